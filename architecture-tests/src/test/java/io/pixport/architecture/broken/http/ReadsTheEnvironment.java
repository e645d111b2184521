package io.pixport.architecture.broken.http;

import io.pixport.architecture.Breaks;
import io.pixport.architecture.Rule;
import org.jspecify.annotations.Nullable;

@Breaks(Rule.ONLY_ENTRIES_READ_THE_ENVIRONMENT)
final class ReadsTheEnvironment {
    @Nullable String home() {
        return System.getenv("HOME");
    }
}
