package io.pixport.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorsTest {
    private static final String APP = "https://app.example.com";
    private static final CorsPolicy POLICY = new CorsPolicy(Set.of(APP, "http://localhost:3000"));
    private static final CorsPolicy EVERYONE = new CorsPolicy(Set.of("*"));

    @Test
    void addsNothingWhenOff() {
        for (Request request : Arrays.asList(preflight(APP), request("GET", "Origin", APP))) {
            Response response = handle(CorsPolicy.OFF, request);

            assertThat(response.status()).isEqualTo(418);
            assertThat(response.headers()).hasToString("[vary]");
            assertThat(response.headers().all("Vary")).containsExactly("Accept");
        }
    }

    @Test
    void answersThePreflightOfAnAdmittedOriginItself() {
        Response response = handle(POLICY, preflight(APP));

        assertThat(response.status()).isEqualTo(204);
        assertThat(header(response, "Access-Control-Allow-Origin")).isEqualTo(APP);
        assertThat(header(response, "Vary")).isEqualTo("Origin");
        assertThat(header(response, "Access-Control-Max-Age")).isEqualTo("7200");
        assertThat(header(response, "Access-Control-Allow-Methods").split(", "))
                .containsExactlyInAnyOrder("GET", "HEAD", "POST", "PATCH", "PUT", "DELETE");
        assertThat(header(response, "Access-Control-Allow-Headers").split(", "))
                .contains("authorization", "content-type", "idempotency-key", "if-match", "range", "x-user-id");
    }

    @Test
    void showsAnswersToAnAdmittedOrigin() {
        Response response = handle(POLICY, request("GET", "Origin", APP));

        assertThat(response.status()).isEqualTo(418);
        assertThat(header(response, "Access-Control-Allow-Origin")).isEqualTo(APP);
        assertThat(header(response, "Access-Control-Expose-Headers").split(", "))
                .contains("etag", "link", "location", "x-request-id");
        assertThat(response.headers().contains("Access-Control-Allow-Methods")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example.com",
                "https://app.example.com.evil.com",
                "HTTPS://APP.EXAMPLE.COM",
                "null",
                "*"
            })
    void showsNothingToAnotherOrigin(String origin) {
        Response response = handle(POLICY, request("GET", "Origin", origin));

        assertThat(response.status()).isEqualTo(418);
        assertThat(response.headers().toString()).doesNotContain("access-control");
        assertThat(response.headers().all("Vary")).containsExactly("Accept", "Origin");
    }

    @Test
    void leavesThePreflightOfAnotherOriginToTheApi() {
        Response response = handle(POLICY, preflight("https://evil.example.com"));

        assertThat(response.status()).isEqualTo(418);
        assertThat(response.headers().toString()).doesNotContain("access-control");
    }

    @Test
    void leavesOptionsThatAreNoPreflightToTheApi() {
        assertThat(handle(POLICY, request("OPTIONS", "Origin", APP)).status()).isEqualTo(418);
        assertThat(handle(EVERYONE, request("OPTIONS")).status()).isEqualTo(418);
    }

    @Test
    void tellsCachesThatAnAnswerWithoutOriginVariesToo() {
        Response response = handle(POLICY, request("GET"));

        assertThat(response.headers().all("Vary")).containsExactly("Accept", "Origin");
        assertThat(response.headers().contains("Access-Control-Allow-Origin")).isFalse();
    }

    @Test
    void showsTheSameToEveryOriginWhenAllAreAdmitted() {
        assertThat(handle(EVERYONE, preflight("https://any.example")).status()).isEqualTo(204);
        for (Request request : Arrays.asList(request("GET"), request("GET", "Origin", "https://any.example"))) {
            Response response = handle(EVERYONE, request);

            assertThat(header(response, "Access-Control-Allow-Origin")).isEqualTo("*");
            assertThat(response.headers().all("Vary")).containsExactly("Accept");
        }
    }

    @Test
    void neverAllowsCredentials() {
        for (CorsPolicy policy : Arrays.asList(POLICY, EVERYONE)) {
            assertThat(handle(policy, preflight(APP)).headers().contains("Access-Control-Allow-Credentials"))
                    .isFalse();
            assertThat(handle(policy, request("GET", "Origin", APP))
                            .headers()
                            .contains("Access-Control-Allow-Credentials"))
                    .isFalse();
        }
    }

    private static Response handle(CorsPolicy policy, Request request) {
        return new Cors(policy, CorsTest::answer).handle(request);
    }

    private static Response answer(Request request) {
        return Response.of(418).with("Vary", "Accept");
    }

    private static Request preflight(String origin) {
        return request(
                "OPTIONS",
                "Origin",
                origin,
                "Access-Control-Request-Method",
                "PATCH",
                "Access-Control-Request-Headers",
                "if-match");
    }

    private static Request request(String method, String... headers) {
        return new Request(method, "/images", "", Headers.of(headers), 0, InputStream.nullInputStream());
    }

    private static String header(Response response, String name) {
        return response.headers().first(name).orElseThrow();
    }
}
