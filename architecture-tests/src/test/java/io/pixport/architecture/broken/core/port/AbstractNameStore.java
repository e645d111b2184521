package io.pixport.architecture.broken.core.port;

import io.pixport.architecture.Breaks;
import io.pixport.architecture.Rule;

@Breaks(Rule.PORTS_ARE_INTERFACES)
public abstract class AbstractNameStore implements NameStore {}
