package io.pixport.javalin;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.http.Headers;
import io.pixport.http.Response;
import io.pixport.http.ResponseBody;
import io.pixport.javalin.RawClient.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How what the handler answers is sent. */
final class ResponseTest {
    private static final String GET = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final String HEAD = "HEAD / HTTP/1.1\r\nHost: localhost\r\n\r\n";

    private static Response streamed(InputStream in, long length) {
        return new Response(200, Headers.of("Content-Type", "image/png"), ResponseBody.of(in, length));
    }

    @Test
    void status_headers_and_body_are_sent_as_they_are() throws IOException {
        Response response =
                Response.of(207, "application/json", "{\"a\":\"ä\"}").with("ETag", "\"1\"");
        response.headers().add("Vary", "Origin").add("Vary", "Accept");
        try (PixportServer server = TestServers.start(request -> response);
                RawClient client = new RawClient(server)) {
            Answer answer = client.send(GET).answer();
            assertThat(answer.status()).isEqualTo(207);
            assertThat(answer.header("content-type")).isEqualTo("application/json");
            assertThat(answer.header("etag")).isEqualTo("\"1\"");
            assertThat(answer.header("content-length")).isEqualTo("10");
            assertThat(answer.header("date")).endsWith("GMT");
            assertThat(answer.headers()).doesNotContainKeys("server", "set-cookie", "transfer-encoding");
            assertThat(answer.body()).isEqualTo("{\"a\":\"ä\"}");
        }
    }

    @Test
    void an_answer_without_a_content_type_has_none() throws IOException {
        try (PixportServer server = TestServers.start(request -> Response.of(204));
                RawClient client = new RawClient(server)) {
            Answer answer = client.send(GET).answer();
            assertThat(answer.status()).isEqualTo(204);
            assertThat(answer.headers()).doesNotContainKeys("content-type", "content-length");
            assertThat(client.send(GET).answer().status()).isEqualTo(204);
        }
    }

    @Test
    void not_modified_has_neither_length_nor_body() throws IOException {
        try (PixportServer server =
                        TestServers.start(request -> Response.of(304).with("ETag", "\"1\""));
                RawClient client = new RawClient(server)) {
            Answer answer = client.send(GET).answer();
            assertThat(answer.header("etag")).isEqualTo("\"1\"");
            assertThat(answer.headers()).doesNotContainKey("content-length");
            assertThat(client.send(GET).answer().status()).isEqualTo(304);
        }
    }

    @Test
    void an_empty_answer_says_so() throws IOException {
        try (PixportServer server = TestServers.start(request -> Response.of(200));
                RawClient client = new RawClient(server)) {
            assertThat(client.send(GET).answer().header("content-length")).isEqualTo("0");
            assertThat(client.send(GET).answer().status()).isEqualTo(200);
        }
    }

    @Test
    void head_gets_the_length_and_no_body_and_the_body_is_closed_unread() throws Exception {
        TestBody unreadable = TestBody.failingAfter(0);
        try (PixportServer server = TestServers.start(
                        request -> request.method().equals("HEAD") ? streamed(unreadable, 123_456) : Response.of(200));
                RawClient client = new RawClient(server)) {
            Answer answer = client.send(HEAD).headers();
            assertThat(answer.header("content-length")).isEqualTo("123456");
            assertThat(answer.header("content-type")).isEqualTo("image/png");
            assertThat(client.send(GET).answer().status()).isEqualTo(200);
            assertThat(unreadable.isClosedSoon()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1000, 64 * 1024, 64 * 1024 + 1, 3_000_000})
    void bytes_in_memory_and_streams_arrive_whole(int length) throws IOException {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        try (PixportServer server = TestServers.start(request -> request.path().equals("/stream")
                        ? streamed(new ByteArrayInputStream(bytes), length)
                        : Response.of(200, "image/png", bytes));
                RawClient client = new RawClient(server)) {
            client.send("GET /stream HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(client.headers().header("content-length")).isEqualTo(String.valueOf(length));
            assertThat(client.in().readNBytes(length)).isEqualTo(bytes);
            client.send(GET);
            assertThat(client.headers().header("content-length")).isEqualTo(String.valueOf(length));
            assertThat(client.in().readNBytes(length)).isEqualTo(bytes);
        }
    }

    @Test
    void a_store_that_fails_in_the_middle_breaks_the_connection_so_that_nobody_takes_half_for_whole() throws Exception {
        TestBody failing = TestBody.failingAfter(100_000);
        try (PixportServer server = TestServers.start(request -> streamed(failing, 200_000));
                RawClient client = new RawClient(server)) {
            client.send(GET);
            assertThat(client.headers().header("content-length")).isEqualTo("200000");
            assertThat(client.countUntilClosed()).isLessThan(200_000);
            assertThat(failing.isClosedSoon()).isTrue();
        }
    }

    @Test
    void a_stream_that_ends_too_soon_breaks_the_connection() throws IOException {
        try (PixportServer server = TestServers.start(request -> streamed(new ByteArrayInputStream(new byte[10]), 20));
                RawClient client = new RawClient(server)) {
            client.send(GET);
            assertThat(client.headers().header("content-length")).isEqualTo("20");
            assertThat(client.countUntilClosed()).isLessThan(20);
        }
    }

    @Test
    void a_client_that_hangs_up_while_it_is_sent_the_body_has_it_closed() throws Exception {
        TestBody endless = TestBody.endless();
        try (LogCapture log = new LogCapture()) {
            try (PixportServer server = TestServers.start(request -> streamed(endless, Long.MAX_VALUE / 2000));
                    RawClient client = new RawClient(server)) {
                client.send(GET).headers();
                client.reset();
                assertThat(endless.isClosedSoon()).isTrue();
            }
            assertThat(log.warnings()).isEmpty();
        }
    }

    @Test
    void a_client_that_does_not_read_is_given_up() throws Exception {
        TestBody endless = TestBody.endless();
        try (PixportServer server =
                        TestServers.startWithShortIdleTime(request -> streamed(endless, Long.MAX_VALUE / 2000));
                RawClient client = new RawClient(server)) {
            client.send(GET);
            assertThat(endless.isClosedSoon()).isTrue();
        }
    }

    @Test
    void a_bug_is_a_problem_that_tells_nothing() throws IOException {
        try (PixportServer server = TestServers.start(request -> {
                    throw new IllegalStateException("a secret of the inside");
                });
                RawClient client = new RawClient(server)) {
            Answer answer = client.send("GET / HTTP/1.1\r\nHost: localhost\r\nX-Request-Id: r1\r\n\r\n")
                    .answer();
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
            assertThat(answer.body())
                    .contains("\"instance\":\"r1\"", "\"error\":")
                    .doesNotContain("secret");
            assertThat(client.send(GET).answer().status()).isEqualTo(500);
        }
    }
}
