package io.pixport.contracts.http;

import static io.pixport.contracts.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.Fresh;
import io.pixport.core.model.UserId;
import io.pixport.http.CorsPolicy;
import io.pixport.http.Headers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How requests are answered that cannot be answered as asked, whatever they are about (RFC 9110, RFC 9457). */
public interface ErrorHttpContract extends HttpFixture {
    @Test
    default void aProblemSaysWhatItIsAndNothingElse(Api api) {
        Answer answer = api.get("/images/nothing");

        assertThat(answer)
                .isProblem(404)
                .hasOnlyMembers("", Set.of("type", "title", "status", "detail", "instance", "error"))
                .has("/error", "Image not found")
                .has("/detail", "Image not found");
    }

    @Test
    default void aProblemWithFieldsNamesEachOfThem(Api api) {
        Answer answer = api.sendInVain(Api.uploading(
                Fresh.user(), "title", "x".repeat(201), "description", "x".repeat(1001), "tags", "ok,no!"));

        assertThat(answer).isProblem(400).naming("title").naming("description").naming("tags[1]");
        assertThat(answer.json().at("/errors").valueStream())
                .allSatisfy(
                        error -> assertThat(error.path("message").asString("")).isNotBlank());
    }

    @Test
    default void theTypeOfAProblemIsThatOfItsKind(Api api) {
        String notFound = api.get("/images/nothing").textAt("/type");

        assertThat(api.get("/nowhere").textAt("/type")).isEqualTo(notFound);
        assertThat(api.get("/images?limit=0").textAt("/type")).isNotEqualTo(notFound);
    }

    @Test
    default void theInstanceOfAProblemIsTheIdOfItsRequest(Api api) {
        Answer first = api.get("/images/nothing");
        Answer second = api.get("/images/nothing");

        assertThat(first).has("/instance", first.header("X-Request-Id"));
        assertThat(second.textAt("/instance")).isNotEqualTo(first.textAt("/instance"));
    }

    @Test
    default void wherePathsLeadNowhereThereIsNothing(Api api) {
        for (String path :
                List.of("/", "/nowhere", "/images/a/b/c", "/users", "/users/me", "/tags//", "/image", "/IMAGES")) {
            assertThat(api.get(path)).isProblem(404);
        }
    }

    @Test
    default void aMethodThatAPathDoesNotTakeIsRefusedWithThoseItTakes(Api api) {
        String image = "/images/a1b2c3d4-e5f6-7890-abcd-ef1234567890";
        Map<String, Set<String>> taken = Map.of(
                "/images",
                Set.of("GET", "HEAD", "POST"),
                "/upload",
                Set.of("POST"),
                image,
                Set.of("GET", "HEAD", "PATCH", "DELETE"),
                image + "/content",
                Set.of("GET", "HEAD"),
                image + "/download",
                Set.of("GET", "HEAD"),
                image + "/restore",
                Set.of("POST"),
                "/users/me/trash",
                Set.of("GET", "HEAD"),
                "/limits",
                Set.of("GET", "HEAD"));

        taken.forEach((path, methods) -> {
            Answer answer = api.send(Call.of("PUT", path));
            assertThat(answer).isProblem(405);
            assertThat(Arrays.stream(answer.header("Allow").split(",\\s*")))
                    .as(path)
                    .filteredOn(method -> !method.equals("OPTIONS"))
                    .containsExactlyInAnyOrderElementsOf(methods);
        });
        assertThat(api.send(Call.delete("/images"))).isProblem(405);
    }

    @Test
    default void whoTakesNothingThatCanBeAnsweredIsToldSo(Api api) {
        String image = "/images/" + api.uploaded(Fresh.user());

        assertThat(api.send(Call.get(image).header("Accept", "text/html"))).isProblem(406);
        assertThat(api.send(Call.get(image).header("Accept", "application/json;q=0, text/html")))
                .isProblem(406);
        assertThat(api.send(Call.get(image + "/content").header("Accept", "image/webp")))
                .isProblem(406);
        for (String taken : List.of("*/*", "application/*", "text/html, application/json;q=0.1", "application/json")) {
            assertThat(api.send(Call.get(image).header("Accept", taken))).hasStatus(200);
        }
        assertThat(api.send(Call.get(image + "/content").header("Accept", "image/webp,image/*,*/*;q=0.8")))
                .hasStatus(200);
    }

    @Test
    default void anUploadOfATypeThatIsNotTakenIsRefused(Api api) {
        for (String type :
                List.of("text/plain", "application/octet-stream", "application/x-www-form-urlencoded", "nonsense")) {
            assertThat(api.sendInVain(Call.post("/images")
                            .body(type, Api.SMALL)
                            .query("user_id", Fresh.user().value())))
                    .isProblem(415);
        }
    }

    @Test
    default void anUploadWithoutAContentTypeIsRefused(Api api) {
        Call call = new Call("POST", "/images", Headers.of(), Body.of(Api.SMALL));

        assertThat(api.sendInVain(call)).isProblem(415);
    }

    @Test
    default void anEncodedBodyIsRefused(Api api) {
        assertThat(api.sendInVain(Api.uploading(Fresh.user()).header("Content-Encoding", "gzip")))
                .isProblem(415);
    }

    @Test
    default void everyPathWorksWithAndWithoutTheBasePath(ApiBuilder builder) {
        Api api = builder.basePath("/dev").start();
        UserId user = Fresh.user();
        Answer uploaded =
                api.send(Call.post("/dev/images").body("image/jpeg", Api.SMALL).query("user_id", user.value()));
        String image = "/images/" + Api.idOf(uploaded);
        api.uploaded(user);

        for (String path : List.of(image, image + "/content", image + "/download", "/images", "/limits", "/health")) {
            assertThat(api.get("/dev" + path)).hasStatus(200);
            assertThat(api.get(path)).hasStatus(200);
        }
        assertThat(api.follow(uploaded.header("Location"))).hasStatus(200);
        assertThat(api.follow(api.get("/dev" + image).textAt("/url"))).hasStatus(200);
        assertThat(api.follow(api.get(image).textAt("/url"))).hasStatus(200);
        assertThat(api.get("/dev/images?limit=1&user_id=" + user).header("Link"))
                .contains("/dev/images?");
        assertThat(api.get("/dev/nowhere")).isProblem(404);
        assertThat(api.get("/development/images")).isProblem(404);
        assertThat(api.get("/dev/dev/images")).isProblem(404);
    }

    @Test
    default void withoutABasePathThereIsNone(Api api) {
        assertThat(api.get("/dev/images")).isProblem(404);
    }

    @Test
    default void pagesOfOtherOriginsAreTurnedAwayUnlessSetOtherwise(Api api) {
        Answer answer = api.send(Call.get("/images").header("Origin", "https://app.example.com"));
        Answer preflight = api.send(Call.of("OPTIONS", "/images")
                .header("Origin", "https://app.example.com")
                .header("Access-Control-Request-Method", "POST"));

        assertThat(answer).hasStatus(200).hasNoHeader("Access-Control-Allow-Origin");
        assertThat(preflight).hasNoHeader("Access-Control-Allow-Origin").hasNoHeader("Access-Control-Allow-Methods");
    }

    @Test
    default void pagesOfAnOriginThatIsSetAreLetIn(ApiBuilder builder) {
        Api api =
                builder.cors(new CorsPolicy(Set.of("https://app.example.com"))).start();

        Answer allowed = api.send(Call.get("/images").header("Origin", "https://app.example.com"));
        Answer other = api.send(Call.get("/images").header("Origin", "https://evil.example.com"));
        Answer problem = api.send(Call.get("/nowhere").header("Origin", "https://app.example.com"));
        Answer preflight = api.send(Call.of("OPTIONS", "/images/nothing")
                .header("Origin", "https://app.example.com")
                .header("Access-Control-Request-Method", "DELETE")
                .header("Access-Control-Request-Headers", "x-user-id, if-match"));

        assertThat(allowed).hasStatus(200).hasHeader("Access-Control-Allow-Origin", "https://app.example.com");
        assertThat(allowed.header("Vary")).containsIgnoringCase("origin");
        assertThat(other).hasNoHeader("Access-Control-Allow-Origin");
        assertThat(problem).isProblem(404).hasHeader("Access-Control-Allow-Origin", "https://app.example.com");
        assertThat(preflight.status()).isIn(200, 204);
        assertThat(preflight.header("Access-Control-Allow-Methods")).contains("DELETE");
        assertThat(preflight.header("Access-Control-Allow-Headers"))
                .containsIgnoringCase("x-user-id")
                .containsIgnoringCase("if-match");
    }
}
