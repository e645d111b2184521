package io.pixport.architecture.broken.aws;

import io.pixport.architecture.Breaks;
import io.pixport.architecture.Rule;
import io.pixport.architecture.broken.http.NameApi;

@Breaks(Rule.AWS_KNOWS_THE_CORE)
record KnowsHttp(NameApi api) {}
