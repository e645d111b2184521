package io.pixport.javalin;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.http.RequestIds;
import io.pixport.settings.Settings.Logging;
import io.pixport.settings.Settings.Logging.LogFormat;
import io.pixport.settings.Settings.Logging.LogLevel;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

final class LogTest {
    private static final Logger OURS = LoggerFactory.getLogger("io.pixport.Test");
    private static final Logger JETTYS = LoggerFactory.getLogger("org.eclipse.jetty.server.Test");

    private final PrintStream standardError = System.err;
    private final ByteArrayOutputStream logged = new ByteArrayOutputStream();

    @BeforeEach
    void capture() {
        System.setErr(new PrintStream(logged, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void release() {
        System.setErr(standardError);
        Log.configure(new Logging(LogLevel.INFO, LogFormat.TEXT));
        MDC.clear();
    }

    private String logged() {
        return logged.toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_line_for_people_has_time_level_request_id_and_message() {
        Log.configure(new Logging(LogLevel.INFO, LogFormat.TEXT));
        MDC.put(RequestIds.LOG_KEY, "r1");
        OURS.info("{} happened", "something");
        assertThat(logged())
                .matches(
                        "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z INFO  \\[r1] Test: something happened\\R");
    }

    @Test
    void a_line_for_machines_is_an_object_with_the_request_id() {
        Log.configure(new Logging(LogLevel.INFO, LogFormat.JSON));
        MDC.put(RequestIds.LOG_KEY, "r1");
        OURS.warn("a \"quoted\"\nmessage");
        assertThat(logged())
                .startsWith("{")
                .endsWith("}\n")
                .containsOnlyOnce("\n")
                .contains("\"level\":\"WARN\"", "\"request_id\":\"r1\"", "a \\\"quoted\\\"\\nmessage");
    }

    @Test
    void the_level_is_that_of_pixport_and_others_only_warn() {
        Log.configure(new Logging(LogLevel.DEBUG, LogFormat.TEXT));
        OURS.debug("shown");
        OURS.trace("hidden");
        JETTYS.info("hidden");
        JETTYS.warn("shown");
        assertThat(logged().lines()).hasSize(2).allMatch(line -> line.endsWith("shown"));
    }

    @Test
    void a_level_of_error_silences_warnings() {
        Log.configure(new Logging(LogLevel.ERROR, LogFormat.TEXT));
        OURS.warn("hidden");
        OURS.error("shown");
        assertThat(logged().lines()).hasSize(1);
    }
}
