package io.pixport.architecture.broken.inmemory;

import io.pixport.architecture.Breaks;
import io.pixport.architecture.Rule;

@Breaks(Rule.ONLY_MAIN_WRITES_TO_THE_CONSOLE)
final class WritesToTheConsole {
    void greet() {
        System.err.println("all of this will be forgotten");
    }
}
