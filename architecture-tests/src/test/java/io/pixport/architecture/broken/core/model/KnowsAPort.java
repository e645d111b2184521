package io.pixport.architecture.broken.core.model;

import io.pixport.architecture.Breaks;
import io.pixport.architecture.Rule;
import io.pixport.architecture.broken.core.port.NameStore;

@Breaks(Rule.MODEL_STANDS_ALONE)
record KnowsAPort(NameStore store) {}
