package io.pixport.javalin;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import io.pixport.http.RequestIds;
import io.pixport.settings.Settings.Logging;
import io.pixport.settings.Settings.Logging.LogFormat;
import io.pixport.settings.Settings.Logging.LogLevel;
import org.slf4j.LoggerFactory;

/**
 * Sets logging up in code, which starts faster than by XML. Everything goes to the standard error. The level is that of
 * Pixport itself; of Jetty and all others only warnings are logged, since their finer levels show headers and bodies.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_HIGH_PRIORITY)
public final class Log extends ContextAwareBase implements Configurator {
    private static final String PATTERN =
            "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX, UTC} %-5level [%X{" + RequestIds.LOG_KEY + ":--}] %logger{0}: %msg%n";

    private static final Logging DEFAULT = new Logging(LogLevel.INFO, LogFormat.TEXT);

    /** What is in force until the settings have been read; Logback calls it by itself. */
    @Override
    public ExecutionStatus configure(LoggerContext context) {
        configure(context, DEFAULT);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    static void configure(Logging logging) {
        configure((LoggerContext) LoggerFactory.getILoggerFactory(), logging);
    }

    private static void configure(LoggerContext context, Logging logging) {
        context.reset();
        Encoder<ILoggingEvent> encoder =
                switch (logging.format()) {
                    case TEXT -> text();
                    case JSON -> new JsonEncoder();
                };
        encoder.setContext(context);
        encoder.start();
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setContext(context);
        console.setTarget("System.err");
        console.setEncoder(encoder);
        console.start();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.addAppender(console);
        root.setLevel(Level.WARN);
        // What clients send wrongly is for them to know.
        context.getLogger("org.eclipse.jetty.http").setLevel(Level.ERROR);
        context.getLogger("org.eclipse.jetty.util.HostPort").setLevel(Level.ERROR);
        context.getLogger("io.pixport").setLevel(Level.valueOf(logging.level().name()));
    }

    private static Encoder<ILoggingEvent> text() {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setPattern(PATTERN);
        return encoder;
    }
}
