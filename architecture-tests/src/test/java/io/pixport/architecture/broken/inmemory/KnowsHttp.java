package io.pixport.architecture.broken.inmemory;

import io.pixport.architecture.Breaks;
import io.pixport.architecture.Rule;
import io.pixport.architecture.broken.http.NameApi;

@Breaks(Rule.INMEMORY_KNOWS_THE_CORE)
record KnowsHttp(NameApi api) {}
