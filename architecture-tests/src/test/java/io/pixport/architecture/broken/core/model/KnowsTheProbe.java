package io.pixport.architecture.broken.core.model;

import io.pixport.architecture.Breaks;
import io.pixport.architecture.Rule;
import io.pixport.architecture.broken.core.probe.NameProbe;

@Breaks(Rule.MODEL_STANDS_ALONE)
record KnowsTheProbe(NameProbe probe) {}
