package io.pixport.javalin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server as a process of its own. */
final class MainTest {
    private static final Pattern ANNOUNCEMENT =
            Pattern.compile("Pixport listens on (http://127\\.0\\.0\\.1:\\d+/dev) .*");

    private final List<Process> started = new ArrayList<>();

    private Process start(Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName());
        builder.environment().putAll(environment);
        Process process = builder.redirectErrorStream(true).start();
        started.add(process);
        return process;
    }

    @AfterEach
    void kill() {
        started.forEach(Process::destroyForcibly);
    }

    private static int exitCode(Process process) throws InterruptedException {
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    @Test
    void it_says_where_it_listens_serves_and_stops_in_order(@TempDir Path temp) throws Exception {
        Process server =
                start(Map.of("PIXPORT_PORT", "0", "PIXPORT_BASE_PATH", "/dev", "PIXPORT_TEMP_DIR", temp.toString()));
        try (BufferedReader output = server.inputReader()) {
            String line = output.readLine();
            assertThat(line).contains("memory").contains("forgotten");
            Matcher announcement = ANNOUNCEMENT.matcher(line);
            assertThat(announcement.matches()).as(line).isTrue();
            assertThat(health(announcement.group(1))).isEqualTo(200);
            assertThat(temp).isNotEmptyDirectory();
            server.toHandle().destroy();
            assertThat(exitCode(server)).isZero();
            assertThat(output.lines()).isEmpty();
            assertThat(temp).isEmptyDirectory();
        }
    }

    private static int health(String url) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(url + "/health")).build();
            return client.send(request, BodyHandlers.discarding()).statusCode();
        }
    }

    @Test
    void wrong_settings_are_said_one_a_line_and_end_it_with_2() throws Exception {
        Process server = start(Map.of("PIXPORT_PORT", "abc", "PIXPORT_AUTH", "none"));
        assertThat(server.inputReader().lines())
                .containsExactly(
                        "PIXPORT_AUTH is \"none\", which is not open or header or jwt.",
                        "PIXPORT_PORT is \"abc\", which is not a number from 0 to 65535.");
        assertThat(exitCode(server)).isEqualTo(2);
    }

    @Test
    void a_port_in_use_is_said_in_a_sentence_and_ends_it_with_1(@TempDir Path temp) throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            String port = String.valueOf(taken.getLocalPort());
            Process server = start(Map.of("PIXPORT_PORT", port, "PIXPORT_TEMP_DIR", temp.toString()));
            assertThat(server.inputReader().lines())
                    .containsExactly("127.0.0.1:" + port + " cannot be listened on: Address already in use");
            assertThat(exitCode(server)).isEqualTo(1);
            assertThat(temp).isEmptyDirectory();
        }
    }
}
