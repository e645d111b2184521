package io.pixport.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pixport.http.Headers;
import io.pixport.http.Request;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The events that AWS documents are the requests that they stand for. */
final class EventTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rest-api                  | REST_API                  | /prod   | tag=a&tag=b%20%26%20c&limit=5",
                "http-api                  | HTTP_API                  | /v1     | tag=a&tag=b%20%26%20c&limit=5",
                "function-url              | HTTP_API                  | ''      | tag=a&tag=b%20%26%20c&limit=5",
                "load-balancer             | LOAD_BALANCER             | ''      | tag=b%20%26%20c&limit=5",
                "load-balancer-multi-value | MULTI_VALUE_LOAD_BALANCER | ''      | tag=a&tag=b%20%26%20c&limit=5",
            })
    void anEventIsARequest(String file, Gateway gateway, String basePath, String query) throws IOException {
        Event event = read(TestGateway.event(file));
        Request request = event.request("r1");

        assertThat(event.gateway()).isEqualTo(gateway);
        assertThat(request.method()).isEqualTo("GET");
        assertThat(request.basePath()).isEqualTo(basePath);
        assertThat(request.path()).isEqualTo("/images");
        assertThat(request.query()).isEqualTo(query);
        assertThat(request.headers().first("X-Request-Id")).contains("r1");
        assertThat(request.headers().first("Accept").orElseThrow()).startsWith("application/json");
        assertThat(request.body().readAllBytes()).isEmpty();
    }

    @Test
    void whatADomainOfOnesOwnMapsToTheApiIsABasePath() {
        Request request = read(TestGateway.event("rest-api-own-domain")).request("r1");

        assertThat(request.basePath()).isEqualTo("/photos");
        assertThat(request.path()).isEqualTo("/images/a%20b");
    }

    @Test
    void cookiesAreOneHeader() {
        assertThat(read(TestGateway.event("http-api")).headers().all("Cookie"))
                .containsExactly("session=1; theme=dark");
    }

    @Test
    void headersMayHaveSeveralValues() {
        ObjectNode event = TestGateway.event("rest-api");
        event.withObject("/multiValueHeaders")
                .putArray("If-None-Match")
                .add("\"a\"")
                .add("\"b\"");

        assertThat(read(event).headers().all("if-none-match")).containsExactly("\"a\"", "\"b\"");
    }

    @Test
    void aBodyIsBytesInBase64OrText() throws IOException {
        byte[] bytes = {0, -1, 62, 63, 10};
        String text = "{\"title\": \"M\u00e4rchen \ud83d\ude00 \\\"\\u0041\"}";

        assertThat(body("rest-api", Base64.getEncoder().encodeToString(bytes), true))
                .isEqualTo(bytes);
        assertThat(body("http-api", text, false)).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
        assertThat(body("load-balancer", "", false)).isEmpty();
    }

    @Test
    void base64MayBeEscapedAsJsonAllows() throws IOException {
        byte[] event =
                "{\"isBase64Encoded\": true, \"body\": \"\\/\\u002b8=\", \"httpMethod\": \"POST\", \"path\": \"/\", \"requestContext\": {}}"
                        .getBytes(StandardCharsets.US_ASCII);

        assertThat(EventReader.read(event).body().open().readAllBytes())
                .isEqualTo(Base64.getDecoder().decode("/+8="));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "7",
                "{",
                "{} {}",
                "{}",
                "{\"Records\": [{\"eventSource\": \"aws:s3\"}]}",
                "{\"requestContext\": {}}",
                "{\"requestContext\": {}, \"httpMethod\": \"GET\"}",
                "{\"requestContext\": 7, \"httpMethod\": \"GET\", \"path\": \"/\"}",
                "{\"requestContext\": {}, \"httpMethod\": \"GET\", \"path\": {}}",
                "{\"requestContext\": {}, \"httpMethod\": \"GET\", \"path\": \"/\", \"version\": \"3.0\"}",
                "{\"requestContext\": {}, \"httpMethod\": \"GET\", \"path\": \"/\", \"headers\": []}",
                "{\"requestContext\": {}, \"httpMethod\": \"GET\", \"path\": \"/\", \"headers\": {\"a\": \"b\\nc\"}}",
                "{\"requestContext\": {}, \"httpMethod\": \"GET\", \"path\": \"/\", \"body\": {}}",
            })
    void anythingElseIsToldWhatIsExpected(String json) {
        assertThatThrownBy(() -> EventReader.read(json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnknownEventException.class)
                .hasMessageContaining("payload 2.0");
    }

    private static byte[] body(String file, String body, boolean base64) throws IOException {
        ObjectNode event = TestGateway.event(file);
        event.put("body", body).put("isBase64Encoded", base64);
        return read(event).request("r1").body().readAllBytes();
    }

    private static Event read(ObjectNode event) {
        return EventReader.read(JsonMapper.shared().writeValueAsBytes(event));
    }

    @Test
    void anEventShowsNeitherQueryNorHeaders() {
        byte[] json =
                TestGateway.HTTP_API.event("GET", "/images?token=t", Headers.of("Authorization", "s"), new byte[0]);

        assertThat(EventReader.read(json)).hasToString("GET /v1/images");
    }
}
