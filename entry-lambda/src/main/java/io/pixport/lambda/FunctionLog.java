package io.pixport.lambda;

import io.pixport.settings.Settings;

/** The log of a function: lines on the standard error, which Lambda keeps. */
final class FunctionLog {
    private static final String LEVEL = "org.slf4j.simpleLogger.log.io.pixport";

    private FunctionLog() {}

    /** Takes effect for loggers that are made after it. */
    static void configure(Settings.Logging logging) {
        System.setProperty(LEVEL, logging.level().name());
    }
}
