package io.pixport.architecture.broken.settings;

import io.pixport.architecture.Breaks;
import io.pixport.architecture.Rule;
import io.pixport.architecture.broken.javalin.Main;

@Breaks(Rule.SETTINGS_KNOW_WHAT_CAN_BE_SET)
record KnowsAnEntry(Main entry) {}
