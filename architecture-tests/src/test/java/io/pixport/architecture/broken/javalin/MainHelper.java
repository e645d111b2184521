package io.pixport.architecture.broken.javalin;

import io.pixport.architecture.Breaks;
import io.pixport.architecture.Rule;

@Breaks({Rule.ONLY_ENTRIES_READ_THE_ENVIRONMENT, Rule.ONLY_MAIN_WRITES_TO_THE_CONSOLE})
final class MainHelper {
    private MainHelper() {}

    static void greet() {
        System.out.println(System.getenv());
    }
}
