package io.pixport.architecture.broken.aws;

import io.pixport.architecture.Breaks;
import io.pixport.architecture.Rule;
import io.pixport.architecture.broken.inmemory.InMemoryNameStore;

@Breaks(Rule.AWS_KNOWS_THE_CORE)
record KnowsAnotherAdapter(InMemoryNameStore cache) {}
