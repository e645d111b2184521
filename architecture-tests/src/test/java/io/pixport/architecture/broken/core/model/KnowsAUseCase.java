package io.pixport.architecture.broken.core.model;

import io.pixport.architecture.Breaks;
import io.pixport.architecture.Rule;
import io.pixport.architecture.broken.core.usecase.StoreName;

@Breaks(Rule.MODEL_STANDS_ALONE)
record KnowsAUseCase(StoreName storeName) {}
