package io.pixport.architecture.broken.inmemory;

import io.pixport.architecture.Breaks;
import io.pixport.architecture.Rule;
import io.pixport.architecture.broken.javalin.Main;

@Breaks(Rule.INMEMORY_KNOWS_THE_CORE)
final class KnowsAnEntry {
    void start() {
        Main.main(new String[0]);
    }
}
