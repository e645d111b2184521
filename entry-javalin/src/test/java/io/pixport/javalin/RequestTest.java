package io.pixport.javalin;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.http.Request;
import io.pixport.http.RequestIds;
import io.pixport.http.Response;
import io.pixport.javalin.RawClient.Answer;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;

/** What of a request reaches the handler. */
final class RequestTest {
    private final BlockingQueue<Request> seen = new LinkedBlockingQueue<>();
    private PixportServer server;
    private RawClient client;

    @BeforeEach
    void start() throws IOException {
        server = TestServers.start(request -> {
            seen.add(request);
            return Response.of(200, "text/plain", String.valueOf(MDC.get(RequestIds.LOG_KEY)));
        });
        client = new RawClient(server);
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        server.close();
    }

    private Request sent(String requestLine, String... headers) throws IOException {
        String fields = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        client.send(requestLine + " HTTP/1.1\r\nHost: localhost\r\n" + fields + "\r\n");
        assertThat(client.headers().status()).isEqualTo(200);
        return seen.remove();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET",
                "HEAD",
                "POST",
                "PUT",
                "PATCH",
                "DELETE",
                "OPTIONS",
                "TRACE",
                "QUERY",
                "PROPFIND",
                "ODD",
                "get"
            })
    void every_method_reaches_the_handler(String method) throws IOException {
        assertThat(sent(method + " /images").method()).isEqualTo(method);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/users/a%2Fb/images",
                "/users/a%2fb",
                "/tags/%E6%97%A5%E6%9C%AC",
                "/a//b",
                "//",
                "/a/./b/../c",
                "/a/%2e%2e/b",
                "/a;x=1/b;y",
                "/a%20b+c",
                "/%u0041",
                "/%c3%28",
                "/a\\b",
                "/a/"
            })
    void a_path_is_passed_on_as_it_came(String path) throws IOException {
        assertThat(sent("GET " + path).path()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=1&a=2", "tag=%2F%26&x=%zz", "", "a=b?c=d", "a=%E6%97%A5+x", "&&=&"})
    void a_query_is_passed_on_as_it_came(String query) throws IOException {
        assertThat(sent("GET /images?" + query).query()).isEqualTo(query);
    }

    @Test
    void a_request_without_a_query_has_an_empty_one() throws IOException {
        assertThat(sent("GET /images").query()).isEmpty();
    }

    @Test
    void an_absolute_uri_is_taken_for_its_path() throws IOException {
        assertThat(sent("GET http://localhost/images?a=1"))
                .satisfies(request -> assertThat(request.path()).isEqualTo("/images"))
                .satisfies(request -> assertThat(request.query()).isEqualTo("a=1"));
    }

    @Test
    void repeated_headers_keep_their_order_and_names_have_no_case() throws IOException {
        Request request = sent("GET /", "X-Test: one", "x-test: two", "X-Empty:");
        assertThat(request.headers().all("X-TEST")).containsExactly("one", "two");
        assertThat(request.headers().first("x-empty")).hasValue("");
    }

    @Test
    void a_request_for_a_web_socket_is_a_request_as_any_other() throws IOException {
        Request request = sent("GET /images", "Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13");
        assertThat(request.path()).isEqualTo("/images");
    }

    @Test
    void the_announced_length_is_passed_on() throws IOException {
        assertThat(sent("GET /").contentLength()).isEqualTo(-1);
        assertThat(sent("POST /", "Content-Length: 0").contentLength()).isZero();
    }

    @Test
    void a_sane_request_id_is_kept_in_request_answer_and_log() throws IOException {
        client.send("GET / HTTP/1.1\r\nHost: localhost\r\nX-Request-Id: Trace_1.a-b\r\n\r\n");
        Answer answer = client.answer();
        assertThat(answer.header("x-request-id")).isEqualTo("Trace_1.a-b");
        assertThat(answer.body()).isEqualTo("Trace_1.a-b");
        assertThat(seen.remove().headers().all(RequestIds.HEADER)).containsExactly("Trace_1.a-b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a b",
                "<script>",
                "a\"b",
                "1234567890123456789012345678901234567890123456789012345678901234x"
            })
    void any_other_request_id_is_replaced(String sent) throws IOException {
        client.send("GET / HTTP/1.1\r\nHost: localhost\r\nX-Request-Id: " + sent + "\r\n\r\n");
        String id = client.answer().header("x-request-id");
        assertThat(id).isNotEqualTo(sent).matches("[A-Za-z0-9._-]{1,64}");
        assertThat(seen.remove().headers().all(RequestIds.HEADER)).containsExactly(id);
    }

    @Test
    void each_request_has_an_id_of_its_own() throws IOException {
        String first = sent("GET /").headers().first(RequestIds.HEADER).orElseThrow();
        client.close();
        client = new RawClient(server);
        assertThat(sent("GET /").headers().first(RequestIds.HEADER))
                .isNotEmpty()
                .get()
                .isNotEqualTo(first);
    }
}
