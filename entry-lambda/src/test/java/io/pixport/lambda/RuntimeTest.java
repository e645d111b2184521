package io.pixport.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.ImageMaker;
import io.pixport.http.Headers;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The function in a process of its own, run by the runtime that runs it in Lambda. */
final class RuntimeTest {
    private static final Map<String, String> IN_MEMORY =
            Map.of("PIXPORT_SECRET", "a secret of at least thirty-two bytes");
    private static final Duration TIME = Duration.ofSeconds(30);
    private static final String DATA_BINDING = "tools.jackson.databind.json.JsonMapper";
    private static final Pattern LOADED = Pattern.compile("] (\\S+) source:");
    private static final TestGateway GATEWAY = TestGateway.HTTP_API;

    @Test
    void itAnswersHundredInvocationsAndAnUploadOfFourMegabytes() throws Exception {
        try (RuntimeApi lambda = new RuntimeApi(PixportFunction.class, IN_MEMORY)) {
            byte[] image = ImageMaker.jpegOfSize(4_000_000);

            TestGateway.Received uploaded = send(lambda, "POST", "/images?user_id=me", image);
            String id = json(uploaded).get("image_id").stringValue();

            assertThat(uploaded.status()).isEqualTo(201);
            assertThat(json(uploaded).at("/metadata/size").intValue()).isEqualTo(image.length);
            assertThat(uploaded.headers().first("Location")).contains("/v1/images/" + id);
            for (int i = 0; i < 100; i++) {
                TestGateway.Received got = send(lambda, "GET", "/images/" + id, new byte[0]);
                assertThat(got.status()).isEqualTo(200);
                assertThat(json(got).at("/metadata/image_id").stringValue()).isEqualTo(id);
            }
        }
    }

    @Test
    void itServesFromS3AndDynamoDb() throws Exception {
        try (RuntimeApi lambda =
                new RuntimeApi(PixportFunction.class, TestTable.provisioned().environment())) {
            byte[] image = ImageMaker.jpegOfSize(100_000);
            String id = json(send(lambda, "POST", "/images?user_id=me", image))
                    .get("image_id")
                    .stringValue();

            TestGateway.Received redirect = send(lambda, "GET", "/images/" + id + "/content", new byte[0]);

            assertThat(redirect.status()).isEqualTo(307);
            URI link = URI.create(redirect.headers().first("Location").orElseThrow());
            try (InputStream content = link.toURL().openStream()) {
                assertThat(content.readAllBytes()).isEqualTo(image);
            }
            assertThat(send(lambda, "DELETE", "/images/" + id + "?permanent=true", new byte[0])
                            .status())
                    .isEqualTo(200);
            assertThat(send(lambda, "GET", "/images/" + id, new byte[0]).status())
                    .isEqualTo(404);
        }
    }

    @Test
    void anEventOfAnotherKindIsAnErrorThatSaysWhatWasExpectedAndTheNextIsAnswered() throws Exception {
        try (RuntimeApi lambda = new RuntimeApi(PixportFunction.class, IN_MEMORY)) {
            byte[] event = "{\"Records\": [{\"eventSource\": \"aws:s3\"}]}".getBytes(StandardCharsets.US_ASCII);

            RuntimeApi.Said error = lambda.invoke(event, TIME);

            assertThat(error.what()).isEqualTo("error");
            assertThat(error.text()).contains("UnknownEventException").contains("payload 2.0");
            assertThat(send(lambda, "GET", "/health", new byte[0]).status()).isEqualTo(200);
        }
    }

    @Test
    void aWrongSettingIsAnErrorOfTheStartThatNamesIt() throws Exception {
        try (RuntimeApi lambda = new RuntimeApi(PixportFunction.class, Map.of("PIXPORT_AUTH", "nobody"))) {
            RuntimeApi.Said error = lambda.said();

            assertThat(error.what()).isEqualTo("init/error");
            assertThat(error.text()).contains("PIXPORT_AUTH").contains("PIXPORT_SECRET");
            assertThat(lambda.ends()).isTrue();
        }
    }

    @Test
    void aheadOfRequestsWhatReadsJsonIsLoadedBeforeTheFirst(@TempDir Path directory) throws Exception {
        List<String> loaded = loadedForAReadingRequest(directory, "provisioned-concurrency");

        assertThat(loaded).containsSubsequence(DATA_BINDING, EventReader.class.getName());
    }

    @Test
    void startedByARequestItLoadsNothingForOthers(@TempDir Path directory) throws Exception {
        List<String> loaded = loadedForAReadingRequest(directory, "on-demand");

        assertThat(loaded).contains(EventReader.class.getName()).doesNotContain(DATA_BINDING);
    }

    /** The classes in the order in which they were loaded. */
    private static List<String> loadedForAReadingRequest(Path directory, String initialization) throws Exception {
        Path log = directory.resolve("classes");
        Map<String, String> environment = Map.of(
                "PIXPORT_SECRET",
                IN_MEMORY.get("PIXPORT_SECRET"),
                "AWS_LAMBDA_INITIALIZATION_TYPE",
                initialization,
                "JAVA_TOOL_OPTIONS",
                "-Xlog:class+load:file=" + log + "::filecount=0");
        try (RuntimeApi lambda = new RuntimeApi(PixportFunction.class, environment)) {
            assertThat(send(lambda, "GET", "/images", new byte[0]).status()).isEqualTo(200);
        }
        try (Stream<String> lines = Files.lines(log)) {
            return lines.map(LOADED::matcher)
                    .filter(Matcher::find)
                    .map(line -> line.group(1))
                    .toList();
        }
    }

    @Test
    void whatTakesTooLongIsAnsweredBeforeLambdaEndsIt() throws Exception {
        try (RuntimeApi lambda = new RuntimeApi(SlowFunction.class, Map.of())) {
            assertThat(send(lambda, "GET", "/images", new byte[0], Duration.ofSeconds(2))
                            .status())
                    .isEqualTo(503);
            long start = System.nanoTime();

            TestGateway.Received late = send(lambda, "GET", "/images", new byte[0], Duration.ofSeconds(3));

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
            assertThat(late.status()).isEqualTo(503);
            assertThat(late.headers().first("Content-Type")).contains("application/problem+json");
            assertThat(late.headers().first("Retry-After")).isPresent();
        }
    }

    private static TestGateway.Received send(RuntimeApi lambda, String method, String target, byte[] body)
            throws InterruptedException {
        return send(lambda, method, target, body, TIME);
    }

    private static TestGateway.Received send(
            RuntimeApi lambda, String method, String target, byte[] body, Duration time) throws InterruptedException {
        Headers headers = Headers.of("Content-Type", "image/jpeg");
        RuntimeApi.Said said = lambda.invoke(GATEWAY.event(method, target, headers, body), time);
        assertThat(said.what()).as(said.text()).isEqualTo("response");
        return GATEWAY.received(said.body());
    }

    private static JsonNode json(TestGateway.Received received) {
        return JsonMapper.shared().readTree(received.body());
    }
}
