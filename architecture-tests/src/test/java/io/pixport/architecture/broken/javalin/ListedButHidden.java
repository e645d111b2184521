package io.pixport.architecture.broken.javalin;

import io.pixport.architecture.Breaks;
import io.pixport.architecture.Rule;

@Breaks(Rule.JAVALIN_SHOWS_WHAT_IS_LISTED)
record ListedButHidden() {}
