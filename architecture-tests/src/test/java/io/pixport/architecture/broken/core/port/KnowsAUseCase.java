package io.pixport.architecture.broken.core.port;

import io.pixport.architecture.Breaks;
import io.pixport.architecture.Rule;
import io.pixport.architecture.broken.core.usecase.StoreName;
import java.util.function.Supplier;

@Breaks(Rule.PORTS_KNOW_THE_MODEL)
interface KnowsAUseCase extends Supplier<StoreName> {}
