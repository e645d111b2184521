package io.pixport.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.http.Handler;
import io.pixport.http.Headers;
import io.pixport.http.Request;
import io.pixport.http.Response;
import io.pixport.http.ResponseBody;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Any request survives the way to an event and back, any response the way to an answer; any JSON is answered or refused. */
final class EventPropertiesTest {
    private static final int TRIES = 200;
    private static final Invocation INVOCATION = Invocation.of(Duration.ofSeconds(60));

    @Property(tries = TRIES)
    void anyRequestSurvivesTheWayThroughAnEvent(
            @ForAll TestGateway gateway,
            @ForAll("segments") List<String> segments,
            @ForAll("values") List<String> values,
            @ForAll("values") List<String> headers,
            @ForAll byte[] body) {
        String path = "/" + String.join("/", segments);
        StringBuilder query = new StringBuilder();
        values.forEach(
                value -> query.append(query.isEmpty() ? "" : "&").append("tag=").append(encoded(value)));
        Headers sent =
                Headers.of("Content-Type", "image/png", "X-Value", String.join("", headers), "Cookie", "a=b; c=d");

        byte[] event = gateway.event("POST", path + "?" + query, sent, body);
        Request request = EventReader.read(event).request("r1");

        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).isEqualTo(path);
        assertThat(request.query()).isEqualTo(query.toString());
        assertThat(request.headers().first("X-Value")).contains(String.join("", headers));
        assertThat(request.headers().first("cookie")).contains("a=b; c=d");
        assertThat(bytes(request)).isEqualTo(body);
    }

    @Property(tries = TRIES)
    void anyResponseSurvivesTheWayThroughAnAnswer(
            @ForAll TestGateway gateway, @ForAll("values") List<String> values, @ForAll byte[] body) {
        String text = String.join("\n", values);

        TestGateway.Received binary = answered(gateway, Response.of(200, "image/jpeg", body));
        TestGateway.Received json = answered(gateway, Response.of(404, "application/problem+json", text));
        byte[] streamed = text.getBytes(StandardCharsets.UTF_8);
        TestGateway.Received stream = answered(
                gateway,
                new Response(
                        200,
                        Headers.of("Content-Type", "text/plain; charset=utf-8", "Vary", "a"),
                        ResponseBody.of(new ByteArrayInputStream(streamed), streamed.length)));

        assertThat(binary.status()).isEqualTo(200);
        assertThat(binary.body()).isEqualTo(body);
        assertThat(json.status()).isEqualTo(404);
        assertThat(json.body()).isEqualTo(streamed);
        assertThat(stream.body()).isEqualTo(streamed);
        assertThat(stream.headers().all("Vary")).containsExactly("a");
    }

    @Property(tries = 1000)
    void anyJsonIsAnsweredOrRefusedWithWhatIsExpected(@ForAll("events") Map<String, Object> event) {
        byte[] json = JsonMapper.shared().writeValueAsBytes(event);
        AtomicReference<@Nullable Request> seen = new AtomicReference<>();

        try {
            byte[] answer = answer(json, request -> {
                seen.set(request);
                return Response.of(200, "application/json", "{}");
            });
            assertThat(seen.get()).isNotNull();
            assertThat(JsonMapper.shared().readTree(answer).get("statusCode").intValue())
                    .isEqualTo(200);
        } catch (UnknownEventException e) {
            assertThat(e).hasMessageContaining("payload 2.0");
            assertThat(seen.get()).isNull();
        }
    }

    @Property(tries = TRIES)
    void whatIsNotWholeIsRefused(@ForAll TestGateway gateway, @ForAll double place) {
        byte[] event = gateway.event("GET", "/images", Headers.of("Host", "localhost"), new byte[] {1, 2, 3});
        int length = (int) (Math.abs(place % 1) * event.length);

        assertThat(Arrays.copyOf(event, length))
                .satisfies(cut -> assertThat(refused(cut)).isTrue());
    }

    private static boolean refused(byte[] event) {
        try {
            EventReader.read(event);
            return false;
        } catch (UnknownEventException e) {
            return true;
        }
    }

    private static TestGateway.Received answered(TestGateway gateway, Response response) {
        byte[] event = gateway.event("GET", "/images", Headers.of("Host", "localhost"), new byte[0]);
        return gateway.received(answer(event, request -> response));
    }

    private static byte[] answer(byte[] event, Handler handler) {
        try {
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            HandlerFunction.of(handler).handleRequest(new ByteArrayInputStream(event), answer, INVOCATION);
            return answer.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Request request) {
        try {
            return request.body().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Provide
    Arbitrary<List<String>> segments() {
        return Arbitraries.strings()
                .withChars("abz09-._~!$&'()*+,;=:@")
                .ofMinLength(1)
                .ofMaxLength(8)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    @Provide
    Arbitrary<List<String>> values() {
        return Arbitraries.strings()
                .withCharRange(' ', '~')
                .withCharRange('\u00A0', '\u2FFF')
                .ofMaxLength(20)
                .list()
                .ofMaxSize(4);
    }

    @Provide
    Arbitrary<Map<String, Object>> events() {
        Arbitrary<String> names = Arbitraries.of(
                "version",
                "httpMethod",
                "path",
                "rawPath",
                "rawQueryString",
                "headers",
                "multiValueHeaders",
                "queryStringParameters",
                "multiValueQueryStringParameters",
                "pathParameters",
                "cookies",
                "requestContext",
                "isBase64Encoded",
                "body",
                "Records");
        return Arbitraries.maps(names, json(3)).ofMaxSize(10).map(map -> {
            map.putIfAbsent("requestContext", Map.of("stage", "v1", "path", "/v1/x"));
            map.putIfAbsent("httpMethod", "GET");
            map.putIfAbsent("path", "/x");
            return map;
        });
    }

    private static Arbitrary<Object> json(int depth) {
        Arbitrary<Object> scalar = Arbitraries.oneOf(
                Arbitraries.of("1.0", "2.0", "GET", "/v1/x", "a=b", "QUJD", "%", "\n")
                        .map(Object.class::cast),
                Arbitraries.strings().ofMaxLength(5).map(Object.class::cast),
                Arbitraries.integers().map(Object.class::cast),
                Arbitraries.of(true, false).map(Object.class::cast),
                Arbitraries.just("").injectNull(0.9).map(Object.class::cast));
        if (depth == 0) {
            return scalar;
        }
        Arbitrary<String> names =
                Arbitraries.of("http", "elb", "stage", "path", "method", "requestId", "proxy", "Accept");
        return Arbitraries.frequencyOf(
                Tuple.of(3, scalar),
                Tuple.of(1, json(depth - 1).list().ofMaxSize(3).map(Object.class::cast)),
                Tuple.of(
                        3, Arbitraries.maps(names, json(depth - 1)).ofMaxSize(4).map(Object.class::cast)));
    }
}
