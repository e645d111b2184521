package io.pixport.architecture.broken.core.probe;

import io.pixport.architecture.Breaks;
import io.pixport.architecture.Rule;
import io.pixport.architecture.broken.core.port.NameStore;

@Breaks(Rule.PROBE_KNOWS_THE_MODEL)
abstract class KnowsAPort implements NameStore {}
