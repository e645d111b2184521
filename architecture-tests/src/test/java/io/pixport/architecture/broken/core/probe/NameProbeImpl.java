package io.pixport.architecture.broken.core.probe;

import io.pixport.architecture.Breaks;
import io.pixport.architecture.Rule;

@Breaks(Rule.NOTHING_IS_NAMED_IMPL)
record NameProbeImpl() {}
