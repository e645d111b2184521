package io.pixport.architecture.broken.aws;

import io.pixport.architecture.Breaks;
import io.pixport.architecture.Rule;

@Breaks(Rule.AWS_SHOWS_WHAT_IS_LISTED)
record ListedButHidden() {}
