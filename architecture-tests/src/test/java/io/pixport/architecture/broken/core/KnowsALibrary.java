package io.pixport.architecture.broken.core;

import io.pixport.architecture.Breaks;
import io.pixport.architecture.Rule;
import org.assertj.core.api.SoftAssertions;

@Breaks(Rule.CORE_STANDS_ALONE)
record KnowsALibrary(SoftAssertions assertions) {}
