package io.pixport.architecture.broken.http;

import io.pixport.architecture.Breaks;
import io.pixport.architecture.Rule;
import io.pixport.architecture.broken.inmemory.InMemoryNameStore;

@Breaks(Rule.HTTP_KNOWS_THE_CORE_AND_NO_SERVER)
record KnowsAnAdapter(InMemoryNameStore store) {}
