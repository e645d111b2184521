package io.pixport.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.http.Handler;
import io.pixport.http.Headers;
import io.pixport.http.Response;
import io.pixport.http.ResponseBody;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers as each gateway wants them, and what is answered when there is none in time or none that fits. */
final class EventHandlerTest {
    private static final Duration TIME = Duration.ofSeconds(30);

    @ParameterizedTest
    @CsvSource({
        "rest-api, multiValueHeaders, '[\"a\",\"b\"]'",
        "http-api, headers, '\"a, b\"'",
        "function-url, headers, '\"a, b\"'",
        "load-balancer, headers, '\"a, b\"'",
        "load-balancer-multi-value, multiValueHeaders, '[\"a\",\"b\"]'",
    })
    void headersAreListsWhereTheEventsAre(String file, String member, String vary) {
        JsonNode answer =
                answer(file, request -> new Response(204, Headers.of("Vary", "a", "Vary", "b"), ResponseBody.EMPTY));

        assertThat(answer.get("statusCode").intValue()).isEqualTo(204);
        assertThat(answer.get(member).get("Vary")).hasToString(vary);
        assertThat(answer.has(member.equals("headers") ? "multiValueHeaders" : "headers"))
                .isFalse();
        assertThat(answer.has("body")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, false",
        "application/problem+json, false",
        "text/html; charset=utf-8, false",
        "image/png, true",
        "application/octet-stream, true",
    })
    void aBodyIsBase64OnlyWhenItIsBinary(String contentType, boolean base64) {
        JsonNode answer = answer("http-api", request -> Response.of(200, contentType, "{}"));

        assertThat(answer.get("isBase64Encoded").booleanValue()).isEqualTo(base64);
        assertThat(answer.get("body").stringValue()).isEqualTo(base64 ? "e30=" : "{}");
    }

    @Test
    void theIdOfTheRequestIsTheClientsElseTheGatewaysElseLambdas() {
        assertThat(requestId("rest-api")).isEqualTo("77375676-xmpl-4b79-853a-f982474efe18");
        assertThat(requestId("http-api")).isEqualTo("lambda-1");
        byte[] named = TestGateway.HTTP_API.event("GET", "/", Headers.of("X-Request-Id", "mine"), new byte[0]);
        assertThat(answer(EventReader.read(named), TIME, request -> Response.of(204))
                        .at("/headers/X-Request-Id")
                        .stringValue())
                .isEqualTo("mine");
    }

    @Test
    void whatIsNotReadyInTimeIsAnsweredInTimeAndGivenUp() throws InterruptedException {
        CountDownLatch givenUp = new CountDownLatch(1);
        Handler patient = request -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                givenUp.countDown();
            }
            return Response.of(200);
        };

        assertProblem(answer(event("http-api"), Duration.ofMillis(50), patient), 503, "took too long");
        assertThat(givenUp.await(TIME.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aHandlerThatFailsIsAProblem() {
        assertProblem(
                answer("http-api", request -> {
                    throw new IllegalStateException("a bug");
                }),
                500,
                "the request id names it in the log");
    }

    @Test
    void aStoreThatFailsHalfwayIsAProblem() {
        InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the store is gone");
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                return read();
            }
        };

        assertProblem(
                answer(
                        "http-api",
                        request -> new Response(
                                200, Headers.of("Content-Type", "image/png"), ResponseBody.of(failing, 10))),
                500,
                "the request id");
    }

    @Test
    void whatDoesNotFitIsAProblem() {
        byte[] large = new byte[EventHandler.MAX_PAYLOAD / 4 * 3 + 3];
        String quotes = "\"".repeat(EventHandler.MAX_PAYLOAD / 2 + 1);

        assertProblem(answer("http-api", request -> Response.of(200, "image/png", large)), 422, "larger than");
        assertProblem(answer("http-api", request -> Response.of(200, "text/plain", quotes)), 422, "larger than");
        assertThat(answer("http-api", request -> Response.of(200, "image/png", new byte[4_500_000]))
                        .get("statusCode")
                        .intValue())
                .isEqualTo(200);
    }

    private static void assertProblem(JsonNode answer, int status, String words) {
        assertThat(answer.get("statusCode").intValue()).isEqualTo(status);
        assertThat(answer.at("/headers/Content-Type").stringValue()).isEqualTo("application/problem+json");
        JsonNode problem = JsonMapper.shared().readTree(answer.get("body").stringValue());
        assertThat(problem.get("detail").stringValue()).contains(words);
        assertThat(problem.get("instance")).isEqualTo(answer.at("/headers/X-Request-Id"));
    }

    private static String requestId(String file) {
        JsonNode answer = answer(file, request -> Response.of(204));
        return answer.has("headers")
                ? answer.at("/headers/X-Request-Id").stringValue()
                : answer.at("/multiValueHeaders/X-Request-Id/0").stringValue();
    }

    private static JsonNode answer(String file, Handler handler) {
        return answer(event(file), TIME, handler);
    }

    private static JsonNode answer(Event event, Duration time, Handler handler) {
        return JsonMapper.shared().readTree(new EventHandler(handler).handle(event, time, "lambda-1"));
    }

    private static Event event(String file) {
        return EventReader.read(JsonMapper.shared().writeValueAsBytes(TestGateway.event(file)));
    }
}
