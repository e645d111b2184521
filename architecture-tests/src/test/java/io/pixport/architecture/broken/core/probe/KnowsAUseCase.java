package io.pixport.architecture.broken.core.probe;

import io.pixport.architecture.Breaks;
import io.pixport.architecture.Rule;
import io.pixport.architecture.broken.core.usecase.StoreName;

@Breaks(Rule.PROBE_KNOWS_THE_MODEL)
record KnowsAUseCase(StoreName storeName) {}
