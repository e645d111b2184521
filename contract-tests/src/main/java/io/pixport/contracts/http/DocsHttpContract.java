package io.pixport.contracts.http;

import static io.pixport.contracts.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The description of the API, and the pages that show it. */
public interface DocsHttpContract extends HttpFixture {
    Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    @Test
    default void theDescriptionIsOpenApi31(Api api) {
        Answer answer = api.get("/openapi.json");

        assertThat(answer).hasStatus(200).hasHeader("Content-Type", "application/json");
        assertThat(answer.textAt("/openapi")).startsWith("3.1.");
    }

    @Test
    default void everyRequestOfTheContractIsDescribed(Api api) {
        assertThat(described(api))
                .contains(
                        "POST /images",
                        "POST /upload",
                        "GET /images",
                        "GET /users/{user_id}/images",
                        "GET /tags/{tag}/images",
                        "GET /images/{image_id}",
                        "GET /images/{image_id}/download",
                        "GET /images/{image_id}/content",
                        "PATCH /images/{image_id}",
                        "DELETE /images/{image_id}",
                        "POST /images/{image_id}/restore",
                        "GET /users/{user_id}/trash",
                        "GET /limits",
                        "GET /health",
                        "GET /health/ready",
                        "GET /metrics");
    }

    @Test
    default void everyRequestThatIsDescribedIsAnswered(Api api) {
        for (String request : described(api)) {
            String[] parts = request.split(" ", 2);
            Answer answer = api.send(Call.of(parts[0], parts[1].replaceAll("\\{[^}]*}", "x")));

            assertThat(answer.status()).as(request).isNotEqualTo(405).isLessThan(500);
            assertThat(answer.text()).as(request).doesNotContain("there is nothing at this path");
        }
    }

    private static Set<String> described(Api api) {
        JsonNode paths = api.get("/openapi.json").json().path("paths");
        Set<String> requests = new TreeSet<>();
        for (String path : paths.propertyNames()) {
            for (String method : paths.path(path).propertyNames()) {
                if (METHODS.contains(method)) {
                    requests.add(method.toUpperCase(Locale.ROOT) + " " + path);
                }
            }
        }
        return requests;
    }

    @Test
    default void thePagesLoadEverythingFromHere(ApiBuilder builder) {
        Api api = builder.basePath("/dev").start();
        for (String page : List.of("/docs", "/redoc", "/dev/docs", "/dev/redoc")) {
            Answer html = api.get(page);
            assertThat(html).hasStatus(200);
            assertThat(html.header("Content-Type")).startsWith("text/html");

            List<String> loaded = Pattern.compile("(?:src|href|spec-url)=\"([^\"]+)\"")
                    .matcher(html.text())
                    .results()
                    .map((MatchResult match) -> match.group(1))
                    .filter(reference -> !reference.startsWith("data:"))
                    .toList();

            assertThat(loaded).isNotEmpty().allSatisfy(reference -> {
                URI url = URI.create("http://here" + page).resolve(reference);
                assertThat(url.getHost()).isEqualTo("here");
                assertThat(api.follow(url.getRawPath())).hasStatus(200);
            });
        }
    }
}
