package io.pixport.architecture.broken.http.hen;

import io.pixport.architecture.Breaks;
import io.pixport.architecture.Rule;
import io.pixport.architecture.broken.http.egg.Egg;
import org.jspecify.annotations.Nullable;

@Breaks(Rule.PACKAGES_FORM_NO_CYCLE)
public record Hen(@Nullable Egg from) {}
