package io.pixport.javalin;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.http.BodyTimeoutException;
import io.pixport.http.Handler;
import io.pixport.http.Request;
import io.pixport.http.Response;
import io.pixport.javalin.RawClient.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are taken, bodies that are refused unread, and bodies that never end. */
final class RequestBodyTest {
    private static final int ELEVEN_MB = 11 * 1024 * 1024;

    private static String post(String path, String... headers) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
    }

    private static byte[] chunk(int length) {
        return (Integer.toHexString(length) + "\r\n" + "x".repeat(length) + "\r\n").getBytes(US_ASCII);
    }

    @Test
    void a_body_with_a_length_is_read_to_its_end_and_no_further() throws IOException {
        try (PixportServer server = TestServers.start(TestServers::count);
                RawClient client = new RawClient(server)) {
            client.send(post("/", "Content-Length: 5") + "12345" + post("/", "Content-Length: 3") + "123");
            assertThat(client.answer().body()).isEqualTo("5");
            assertThat(client.answer().body()).isEqualTo("3");
        }
    }

    @Test
    void a_chunked_body_is_read_to_its_end() throws IOException {
        try (PixportServer server = TestServers.start(TestServers::count);
                RawClient client = new RawClient(server)) {
            client.send(post("/", "Transfer-Encoding: chunked"));
            client.send(chunk(1000)).send(chunk(70_000)).send("0\r\n\r\n");
            assertThat(client.answer().body()).isEqualTo("71000");
            assertThat(client.send(post("/", "Content-Length: 1") + "x")
                            .answer()
                            .body())
                    .isEqualTo("1");
        }
    }

    @Test
    void a_body_larger_than_the_heap_streams_through() throws IOException {
        byte[] block = new byte[1024 * 1024];
        long blocks = Runtime.getRuntime().maxMemory() / block.length + 1;
        try (PixportServer server = TestServers.start(TestServers::count);
                RawClient client = new RawClient(server)) {
            client.send(post("/", "Content-Length: " + blocks * block.length));
            for (long i = 0; i < blocks; i++) {
                client.send(block);
            }
            assertThat(client.answer().body()).isEqualTo(String.valueOf(blocks * block.length));
        }
    }

    @Test
    void the_body_is_asked_for_only_when_it_is_read() throws IOException {
        try (PixportServer server = TestServers.start(TestServers::count);
                RawClient client = new RawClient(server)) {
            client.send(post("/", "Content-Length: 5", "Expect: 100-continue"));
            assertThat(client.headers().status()).isEqualTo(100);
            assertThat(client.send("12345").answer().body()).isEqualTo("5");
        }
    }

    @Test
    void a_refused_body_is_not_asked_for() throws IOException {
        try (PixportServer server = TestServers.start(TestServers::refuse);
                RawClient client = new RawClient(server)) {
            client.send(post("/", "Content-Length: " + ELEVEN_MB, "Expect: 100-continue"));
            Answer answer = client.answer();
            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.closes()).isTrue();
            assertThat(client.countUntilClosed()).isZero();
        }
    }

    @Test
    void a_client_that_sends_eleven_megabytes_before_it_reads_finds_the_refusal() throws IOException {
        try (PixportServer server = TestServers.start(TestServers::refuse);
                RawClient client = new RawClient(server)) {
            client.send(post("/", "Content-Length: " + ELEVEN_MB)).send(new byte[ELEVEN_MB]);
            Answer answer = client.answer();
            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.body()).isEqualTo("too large: /");
            assertThat(answer.closes()).isTrue();
            assertThat(client.countUntilClosed()).isZero();
        }
    }

    @Test
    void a_client_that_sends_eleven_megabytes_in_chunks_before_it_reads_finds_the_refusal() throws IOException {
        try (PixportServer server = TestServers.start(TestServers::refuse);
                RawClient client = new RawClient(server)) {
            client.send(post("/", "Transfer-Encoding: chunked"));
            for (int i = 0; i < 11; i++) {
                client.send(chunk(1024 * 1024));
            }
            client.send("0\r\n\r\n");
            assertThat(client.answer().status()).isEqualTo(413);
            assertThat(client.countUntilClosed()).isZero();
        }
    }

    @Test
    void a_client_that_goes_on_sending_after_the_refusal_is_not_reset() throws IOException {
        try (PixportServer server = TestServers.start(TestServers::refuse);
                RawClient client = new RawClient(server)) {
            client.send(post("/", "Content-Length: " + ELEVEN_MB));
            assertThat(client.answer().status()).isEqualTo(413);
            client.send(new byte[ELEVEN_MB]);
            assertThat(client.in().read()).isEqualTo(-1);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void the_http_client_of_the_jdk_finds_the_refusal(boolean expectContinue) throws Exception {
        byte[] body = new byte[ELEVEN_MB];
        assertThat(jdkClientSends(BodyPublishers.ofByteArray(body), expectContinue))
                .isEqualTo(413);
        BodyPublisher chunked = BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(body));
        assertThat(jdkClientSends(chunked, expectContinue)).isEqualTo(413);
    }

    private static int jdkClientSends(BodyPublisher body, boolean expectContinue) throws Exception {
        try (PixportServer server = TestServers.start(TestServers::refuse);
                HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/"))
                    .expectContinue(expectContinue)
                    .POST(body)
                    .build();
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            assertThat(response.body()).isEqualTo("too large: /");
            return response.statusCode();
        }
    }

    @Test
    void the_connection_stays_in_use_when_what_is_left_of_a_refused_body_is_small() throws IOException {
        try (PixportServer server = TestServers.start(TestServers::refuse);
                RawClient client = new RawClient(server)) {
            client.send(post("/first", "Content-Length: 20000"));
            assertThat(client.answer().body()).isEqualTo("too large: /first");
            client.send(new byte[20_000]).send(post("/second", "Content-Length: 1") + "x");
            Answer answer = client.answer();
            assertThat(answer.body()).isEqualTo("too large: /second");
            assertThat(answer.closes()).isFalse();
        }
    }

    @Test
    void a_body_that_only_trickles_in_is_cut_off() throws Exception {
        BlockingQueue<Exception> failures = new LinkedBlockingQueue<>();
        try (PixportServer server = TestServers.startWithShortRequests(failing(failures));
                RawClient client = new RawClient(server)) {
            client.send(post("/", "Content-Length: " + ELEVEN_MB));
            while (failures.isEmpty()) {
                client.send("x");
            }
            assertThat(failures.take()).isInstanceOf(BodyTimeoutException.class);
            assertThat(client.answer().status()).isEqualTo(408);
        }
    }

    @Test
    void a_body_that_stops_coming_is_cut_off() throws Exception {
        BlockingQueue<Exception> failures = new LinkedBlockingQueue<>();
        try (PixportServer server = TestServers.startWithShortIdleTime(failing(failures));
                RawClient client = new RawClient(server)) {
            client.send(post("/", "Content-Length: 100")).send("x");
            assertThat(failures.poll(10, TimeUnit.SECONDS)).isInstanceOf(BodyTimeoutException.class);
            Answer answer = client.answer();
            assertThat(answer.status()).isEqualTo(408);
            assertThat(answer.closes()).isTrue();
        }
    }

    @Test
    void a_client_that_hangs_up_half_way_fails_the_read_and_harms_nobody_else() throws Exception {
        BlockingQueue<Exception> failures = new LinkedBlockingQueue<>();
        try (LogCapture log = new LogCapture()) {
            try (PixportServer server = TestServers.start(failing(failures))) {
                for (String framing : new String[] {"Content-Length: 1000", "Transfer-Encoding: chunked"}) {
                    try (RawClient gentle = new RawClient(server)) {
                        gentle.send(post("/", framing)).send("5\r\n12345\r\n");
                    }
                    assertThat(failures.poll(10, TimeUnit.SECONDS)).isInstanceOf(IOException.class);
                    RawClient rude = new RawClient(server);
                    rude.send(post("/", framing)).send("5\r\n12345\r\n").reset();
                    assertThat(failures.poll(10, TimeUnit.SECONDS)).isInstanceOf(IOException.class);
                }
                try (RawClient next = new RawClient(server)) {
                    assertThat(next.send(post("/", "Content-Length: 0"))
                                    .answer()
                                    .status())
                            .isEqualTo(200);
                }
            }
            assertThat(log.warnings()).isEmpty();
        }
    }

    @Test
    void a_malformed_chunk_fails_the_read() throws Exception {
        BlockingQueue<Exception> failures = new LinkedBlockingQueue<>();
        try (PixportServer server = TestServers.start(failing(failures));
                RawClient client = new RawClient(server)) {
            client.send(post("/", "Transfer-Encoding: chunked")).send("5\r\n12345\r\nzz\r\n");
            assertThat(failures.poll(10, TimeUnit.SECONDS)).isInstanceOf(IOException.class);
            assertThat(client.answer().status()).isBetween(400, 499);
        }
    }

    /** Reads the body; remembers why it could not, and answers 408 then. */
    private static Handler failing(BlockingQueue<Exception> failures) {
        return (Request request) -> {
            try {
                request.body().readAllBytes();
                return Response.of(200);
            } catch (IOException e) {
                failures.add(e);
                return Response.of(408);
            }
        };
    }
}
