package io.pixport.javalin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server as a process of its own. */
@Execution(ExecutionMode.CONCURRENT)
final class MainTest {
    private static final Pattern ANNOUNCEMENT =
            Pattern.compile("Pixport listens on (http://127\\.0\\.0\\.1:\\d+/dev) .*");

    @Test
    void it_says_where_it_listens_serves_and_stops_in_order(@TempDir Path temp) throws Exception {
        Map<String, String> environment =
                Map.of("PIXPORT_PORT", "0", "PIXPORT_BASE_PATH", "/dev", "PIXPORT_TEMP_DIR", temp.toString());
        try (ServerProcess server = ServerProcess.start(environment)) {
            String line = server.line();
            assertThat(line).contains("memory").contains("forgotten");
            Matcher announcement = ANNOUNCEMENT.matcher(line);
            assertThat(announcement.matches()).as(line).isTrue();
            assertThat(health(announcement.group(1))).isEqualTo(200);
            assertThat(temp).isNotEmptyDirectory();
            server.stop();
            assertThat(server.exitCode()).isZero();
            assertThat(server.lines()).isEmpty();
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
    void with_the_memory_store_nothing_of_aws_is_loaded(@TempDir Path temp) throws Exception {
        Path log = temp.resolve("classes");
        List<String> options = List.of("-Xlog:class+load:file=" + log);
        try (ServerProcess server = ServerProcess.start(options, Map.of("PIXPORT_PORT", "0"))) {
            assertThat(server.line()).startsWith("Pixport listens on ");
            server.stop();
            assertThat(server.exitCode()).isZero();
        }
        assertThat(Files.readAllLines(log))
                .anyMatch(line -> line.contains("io.pixport.inmemory."))
                .noneMatch(line -> line.contains("software.amazon.awssdk") || line.contains("io.pixport.aws."))
                .noneMatch(line -> line.contains("io.pixport.javalin.Commands"));
    }

    @Test
    void wrong_settings_are_said_one_a_line_and_end_it_with_2() throws Exception {
        try (ServerProcess server = ServerProcess.start(Map.of("PIXPORT_PORT", "abc", "PIXPORT_AUTH", "none"))) {
            assertThat(server.lines())
                    .containsExactly(
                            "PIXPORT_AUTH is \"none\", which is not open or header or jwt.",
                            "PIXPORT_PORT is \"abc\", which is not a number from 0 to 65535.");
            assertThat(server.exitCode()).isEqualTo(2);
        }
    }

    @Test
    void a_port_in_use_is_said_in_a_sentence_and_ends_it_with_1(@TempDir Path temp) throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            String port = String.valueOf(taken.getLocalPort());
            try (ServerProcess server =
                    ServerProcess.start(Map.of("PIXPORT_PORT", port, "PIXPORT_TEMP_DIR", temp.toString()))) {
                assertThat(server.lines())
                        .containsExactly("127.0.0.1:" + port + " cannot be listened on: Address already in use");
                assertThat(server.exitCode()).isEqualTo(1);
                assertThat(temp).isEmptyDirectory();
            }
        }
    }

    @Test
    void help_is_given_to_who_asks() throws Exception {
        try (ServerProcess help = ServerProcess.start(Map.of(), "--help")) {
            assertThat(help.lines()).isEqualTo(Commands.USAGE.lines().toList());
            assertThat(help.exitCode()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "serve",
                "provision --chek",
                "reconcile --check",
                "reconcile --since=yesterday",
                "mend-lists --after="
            })
    void words_that_it_does_not_know_are_answered_with_those_that_it_does(String words) throws Exception {
        try (ServerProcess usage = ServerProcess.start(Map.of(), words.split(" "))) {
            assertThat(usage.lines()).isEqualTo(Commands.USAGE.lines().toList());
            assertThat(usage.exitCode()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"provision", "reconcile", "mend-lists"})
    void the_memory_store_has_no_need_of_commands(String command) throws Exception {
        try (ServerProcess process = ServerProcess.start(Map.of(), command)) {
            assertThat(process.lines())
                    .containsExactly("PIXPORT_STORE is memory, which ends with its process; %s needs PIXPORT_STORE=aws."
                            .formatted(command));
            assertThat(process.exitCode()).isEqualTo(2);
        }
    }
}
