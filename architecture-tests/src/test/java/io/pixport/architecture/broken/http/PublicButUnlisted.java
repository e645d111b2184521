package io.pixport.architecture.broken.http;

import io.pixport.architecture.Breaks;
import io.pixport.architecture.Rule;

@Breaks(Rule.HTTP_SHOWS_WHAT_IS_LISTED)
public record PublicButUnlisted() {}
