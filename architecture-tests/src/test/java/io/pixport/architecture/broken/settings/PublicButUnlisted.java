package io.pixport.architecture.broken.settings;

import io.pixport.architecture.Breaks;
import io.pixport.architecture.Rule;

@Breaks(Rule.SETTINGS_SHOW_WHAT_IS_LISTED)
public record PublicButUnlisted() {}
