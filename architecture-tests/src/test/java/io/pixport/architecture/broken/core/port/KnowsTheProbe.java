package io.pixport.architecture.broken.core.port;

import io.pixport.architecture.Breaks;
import io.pixport.architecture.Rule;
import io.pixport.architecture.broken.core.probe.NameProbe;

@Breaks(Rule.PORTS_KNOW_THE_MODEL)
interface KnowsTheProbe {
    NameProbe probe();
}
