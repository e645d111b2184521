package io.pixport.architecture.broken.http.egg;

import io.pixport.architecture.Breaks;
import io.pixport.architecture.Rule;
import io.pixport.architecture.broken.http.hen.Hen;
import org.jspecify.annotations.Nullable;

@Breaks(Rule.PACKAGES_FORM_NO_CYCLE)
public record Egg(@Nullable Hen from) {}
