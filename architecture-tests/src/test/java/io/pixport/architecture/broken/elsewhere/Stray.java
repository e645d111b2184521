package io.pixport.architecture.broken.elsewhere;

import io.pixport.architecture.Breaks;
import io.pixport.architecture.Rule;

@Breaks({Rule.EVERY_CLASS_IS_IN_A_PART, Rule.PACKAGES_ARE_NULL_MARKED})
record Stray() {}
