package io.pixport.javalin;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.settings.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The wiring: the whole contract over a real server. */
final class ApplicationTest {
    private static final Pattern LINK = Pattern.compile("\"download_url\":\"([^\"]+)\"");
    private static final Pattern ID = Pattern.compile("\"image_id\":\"([^\"]+)\"");

    private static Application start(String... namesAndValues) throws IOException {
        Map<String, String> environment = new HashMap<>(Map.of("PIXPORT_PORT", "0"));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            environment.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return Application.start(Settings.of(environment, InstantSource.system()), InstantSource.system());
    }

    private static byte[] photo() throws IOException {
        try (var in = ApplicationTest.class.getResourceAsStream("/io/pixport/contracts/images/good/photo.jpg")) {
            assertThat(in).isNotNull();
            return in.readAllBytes();
        }
    }

    private static String upload(HttpClient client, Application application) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(application.url() + "/images?user_id=user123"))
                .header("Content-Type", "image/jpeg")
                .POST(BodyPublishers.ofByteArray(photo()))
                .build();
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        return group(ID, response.body());
    }

    private static String group(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }

    @Test
    void an_image_goes_in_and_comes_out_by_its_link_and_no_file_is_left(@TempDir Path temp) throws Exception {
        try (Application application = start("PIXPORT_BASE_PATH", "/dev", "PIXPORT_TEMP_DIR", temp.toString());
                HttpClient client = HttpClient.newHttpClient()) {
            String id = upload(client, application);
            URI download = URI.create(application.url() + "/images/" + id + "/download");
            String link = group(
                    LINK,
                    client.send(HttpRequest.newBuilder(download).build(), BodyHandlers.ofString())
                            .body());
            assertThat(link).startsWith(application.url().toString());
            byte[] bytes = client.send(HttpRequest.newBuilder(URI.create(link)).build(), BodyHandlers.ofByteArray())
                    .body();
            assertThat(bytes).isEqualTo(photo());
            assertThat(temp).isDirectoryNotContaining("glob:**.spool");
        }
        assertThat(temp).isEmptyDirectory();
    }

    @Test
    void links_begin_with_the_public_url() throws Exception {
        try (Application application = start("PIXPORT_PUBLIC_URL", "https://images.example.com/v1");
                HttpClient client = HttpClient.newHttpClient()) {
            String id = upload(client, application);
            URI download = URI.create(application.url() + "/images/" + id + "/download");
            String body = client.send(HttpRequest.newBuilder(download).build(), BodyHandlers.ofString())
                    .body();
            assertThat(group(LINK, body)).startsWith("https://images.example.com/v1/");
        }
    }

    @Test
    void a_server_that_is_open_to_everybody_says_so_loudly() throws IOException {
        try (LogCapture log = new LogCapture();
                Application application = start("PIXPORT_HOST", "0.0.0.0")) {
            assertThat(log.warnings()).singleElement().asString().startsWith("ANYBODY who reaches 0.0.0.0 can ");
            assertThat(application.url().getHost()).isEqualTo("localhost");
        }
    }

    @Test
    void a_server_for_this_machine_or_with_known_callers_is_quiet() throws IOException {
        try (LogCapture log = new LogCapture()) {
            start().close();
            start("PIXPORT_HOST", "localhost").close();
            start("PIXPORT_HOST", "0.0.0.0", "PIXPORT_AUTH", "header").close();
            assertThat(log.warnings()).isEmpty();
        }
    }

    @Test
    void a_variable_that_is_misspelt_is_warned_about() throws IOException {
        try (LogCapture log = new LogCapture();
                Application application = start("PIXPORT_PRT", "1")) {
            assertThat(application.url().getPort()).isPositive();
            assertThat(log.warnings()).singleElement().asString().startsWith("PIXPORT_PRT ");
        }
    }
}
