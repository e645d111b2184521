package io.pixport.javalin;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** What is logged while it is open. */
final class LogCapture implements AutoCloseable {
    private final Logger root = context().getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger ours = context().getLogger("io.pixport");
    private final Level level = ours.getLevel();
    private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

    LogCapture() {
        appender.setContext(context());
        appender.start();
        root.addAppender(appender);
        ours.setLevel(Level.DEBUG);
    }

    private static LoggerContext context() {
        return (LoggerContext) LoggerFactory.getILoggerFactory();
    }

    /** Everything that somebody should look at. */
    List<String> warnings() {
        return messages(Level.WARN);
    }

    /** Everything. */
    List<String> messages() {
        return messages(Level.DEBUG);
    }

    private List<String> messages(Level least) {
        return List.copyOf(appender.list).stream()
                .filter(event -> event.getLevel().isGreaterOrEqual(least))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    @Override
    public void close() {
        root.detachAppender(appender);
        ours.setLevel(level);
    }
}
