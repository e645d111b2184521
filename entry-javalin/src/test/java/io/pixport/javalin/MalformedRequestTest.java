package io.pixport.javalin;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.http.Response;
import io.pixport.javalin.RawClient.Answer;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused before it reaches the handler is refused as everything else is: by a problem document. */
final class MalformedRequestTest {
    private PixportServer server;

    @BeforeEach
    void start() throws IOException {
        server = TestServers.start(request -> Response.of(200));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Answer answerTo(String request) throws IOException {
        try (RawClient client = new RawClient(server)) {
            return client.send(request.replace("|", "\r\n")).answer();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
            no HTTP at all            ; 400 ; hello||
            no URI                    ; 505 ; GET HTTP/1.1|Host: localhost||
            a space in the URI        ; 400 ; GET /a b HTTP/1.1|Host: localhost||
            no Host                   ; 400 ; GET / HTTP/1.1||
            two Hosts                 ; 400 ; GET / HTTP/1.1|Host: a|Host: b||
            a Host with a space       ; 400 ; GET / HTTP/1.1|Host: a b||
            a header without a name   ; 400 ; GET / HTTP/1.1|Host: localhost|: x||
            a header without a colon  ; 400 ; GET / HTTP/1.1|Host: localhost|x||
            a folded header           ; 400 ; GET / HTTP/1.1|Host: localhost|a: b| c||
            a space before the colon  ; 400 ; GET / HTTP/1.1|Host: localhost|a : b||
            a NUL in a header         ; 400 ; GET / HTTP/1.1|Host: localhost|a: \u0000||
            two lengths               ; 400 ; POST / HTTP/1.1|Host: localhost|Content-Length: 1|Content-Length: 2||
            a length that is none     ; 400 ; POST / HTTP/1.1|Host: localhost|Content-Length: x||
            a negative length         ; 400 ; POST / HTTP/1.1|Host: localhost|Content-Length: -1||
            length and chunks         ; 400 ; POST / HTTP/1.1|Host: localhost|Content-Length: 1|Transfer-Encoding: chunked||
            an unknown coding         ; 400 ; POST / HTTP/1.1|Host: localhost|Transfer-Encoding: zip||
            another host than Host    ; 400 ; GET http://a/ HTTP/1.1|Host: b||
            a path above the root     ; 400 ; GET /../x HTTP/1.1|Host: localhost||
            an encoded NUL            ; 400 ; GET /a%00b HTTP/1.1|Host: localhost||
            a broken percent code     ; 400 ; GET /%zz HTTP/1.1|Host: localhost||
            no path                   ; 400 ; OPTIONS * HTTP/1.1|Host: localhost||
            a tunnel                  ; 400 ; CONNECT a:80 HTTP/1.1|Host: localhost||
            a strange expectation     ; 417 ; POST / HTTP/1.1|Host: localhost|Expect: 200-ok|Content-Length: 1||
            HTTP/2 by prior knowledge ; 426 ; PRI * HTTP/2.0||SM||
            HTTP of the future        ; 505 ; GET / HTTP/3.7|Host: localhost||
            """)
    void a_request_with(String what, int status, String request) throws IOException {
        Answer answer = answerTo(request);
        assertThat(answer.status()).as(what).isEqualTo(status);
        assertIsProblem(answer);
    }

    @Test
    void a_tls_handshake_is_400() throws IOException {
        Answer answer = answerTo("\u0016\u0003\u0001\u0002\u0000\u0001||||");
        assertThat(answer.status()).isEqualTo(400);
        assertIsProblem(answer);
    }

    @Test
    void too_large_a_header_is_431() throws IOException {
        String field = "x".repeat(TestServers.MAX_HEADER_SIZE);
        Answer answer = answerTo("GET / HTTP/1.1|Host: localhost|X-Large: " + field + "||");
        assertThat(answer.status()).isEqualTo(431);
        assertIsProblem(answer);
    }

    @Test
    void a_header_far_too_large_is_431_as_well() throws IOException {
        try (RawClient client = new RawClient(server)) {
            client.send("GET / HTTP/1.1\r\nHost: localhost\r\nX-Large: " + "x".repeat(60_000) + "\r\n\r\n");
            assertThat(client.answer().status()).isEqualTo(431);
        }
    }

    @Test
    void too_long_a_uri_is_414() throws IOException {
        Answer answer = answerTo("GET /" + "x".repeat(TestServers.MAX_HEADER_SIZE) + " HTTP/1.1|Host: localhost||");
        assertThat(answer.status()).isEqualTo(414);
        assertIsProblem(answer);
    }

    @Test
    void a_sane_request_id_is_kept() throws IOException {
        Answer answer = answerTo("OPTIONS * HTTP/1.1|Host: localhost|X-Request-Id: trace-1||");
        assertThat(answer.header("x-request-id")).isEqualTo("trace-1");
        assertThat(answer.body()).contains("\"instance\":\"trace-1\"");
    }

    @Test
    void a_request_without_a_path_does_not_cost_the_connection() throws IOException {
        try (RawClient client = new RawClient(server)) {
            client.send("OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(client.answer().status()).isEqualTo(400);
            client.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(client.answer().status()).isEqualTo(200);
        }
    }

    private static void assertIsProblem(Answer answer) {
        assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
        assertThat(answer.headers()).doesNotContainKeys("server", "set-cookie");
        assertThat(answer.header("x-request-id")).matches("[A-Za-z0-9._-]{1,64}");
        assertThat(answer.body())
                .startsWith("{\"type\":\"urn:pixport:problem:")
                .contains("\"status\":" + answer.status(), "\"detail\":\"", "\"error\":\"")
                .contains("\"instance\":\"" + answer.header("x-request-id") + "\"")
                .doesNotContainIgnoringCase("jetty")
                .doesNotContain("Exception", "\tat ", "12.1");
    }
}
