package io.pixport.architecture.broken.inmemory;

import io.pixport.architecture.Breaks;
import io.pixport.architecture.Rule;

@Breaks(Rule.INMEMORY_SHOWS_WHAT_IS_LISTED)
record ListedButHidden() {}
