package io.pixport.architecture.broken.core.usecase;

import io.pixport.architecture.Breaks;
import io.pixport.architecture.Rule;
import io.pixport.architecture.broken.http.NameApi;

@Breaks({Rule.USE_CASES_KNOW_THE_REST_OF_THE_CORE, Rule.CORE_STANDS_ALONE})
record KnowsHttp(NameApi api) {}
