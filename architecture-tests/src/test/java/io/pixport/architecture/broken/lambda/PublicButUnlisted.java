package io.pixport.architecture.broken.lambda;

import io.pixport.architecture.Breaks;
import io.pixport.architecture.Rule;

@Breaks(Rule.LAMBDA_SHOWS_WHAT_IS_LISTED)
public record PublicButUnlisted() {}
