package io.pixport.architecture.broken.core.impure;

import io.pixport.architecture.Breaks;
import io.pixport.architecture.Rule;
import java.io.Console;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

@Breaks(Rule.CORE_IS_SILENT)
final class Talks {
    private Talks() {}

    static void out() {
        System.out.println("out");
    }

    static void error() {
        System.err.println("error");
    }

    static Consumer<String> outByReference() {
        return System.out::println;
    }

    static int in() throws IOException {
        return System.in.read();
    }

    static @Nullable Console console() {
        return System.console();
    }

    static void io() {
        IO.println("io");
    }

    static void trace(IOException e) {
        e.printStackTrace();
    }

    static System.Logger logger() {
        return System.getLogger("core");
    }

    static void log(System.Logger logger) {
        logger.log(System.Logger.Level.INFO, "log");
    }

    static Logger oldLogger() {
        return Logger.getLogger("core");
    }

    static void oldLog(Logger logger) {
        logger.info("log");
    }
}
