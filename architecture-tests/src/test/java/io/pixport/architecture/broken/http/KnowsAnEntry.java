package io.pixport.architecture.broken.http;

import io.pixport.architecture.Breaks;
import io.pixport.architecture.Rule;
import io.pixport.architecture.broken.javalin.Main;
import java.util.function.Consumer;

@Breaks(Rule.HTTP_KNOWS_THE_CORE_AND_NO_SERVER)
final class KnowsAnEntry {
    Consumer<String[]> entry() {
        return Main::main;
    }
}
