package io.pixport.contracts.http;

import static io.pixport.contracts.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.AtOnce;
import io.pixport.contracts.Fresh;
import io.pixport.core.model.Tag;
import io.pixport.core.model.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Changing what is said about an image, by JSON Merge Patch (RFC 7396). */
public interface PatchHttpContract extends HttpFixture {
    @Test
    default void whatIsNamedChangesAndTheRestStays(Api api) {
        Answer uploaded = api.upload(Fresh.user(), "title", "Old", "description", "D", "tags", "a", "alt_text", "A");
        String id = Api.idOf(uploaded);
        api.clock().advance(Duration.ofSeconds(1));

        Answer patched = patch(api, id, "{\"title\": \"New\"}");

        assertThat(patched)
                .hasStatus(200)
                .hasHeader("Content-Type", "application/json")
                .hasOnlyMembers("", UploadHttpContract.IMAGE_MEMBERS)
                .has("/title", "New")
                .has("/description", "D")
                .has("/alt_text", "A")
                .has("/tags", List.of("a"))
                .has("/upload_date", uploaded.at("/metadata/upload_date"))
                .hasTime("/updated_at", api.clock().instant())
                .has("/version", 2);
        assertThat(api.get("/images/" + id)).has("/metadata", patched.at(""));
    }

    @Test
    default void everythingSaidAboutAnImageCanBeChangedAtOnce(Api api) {
        String id = api.uploaded(Fresh.user());

        assertThat(patch(api, id, """
                        {"title": "T", "description": "D", "alt_text": "A", "tags": ["B", "a"], "custom": {"k": "v"}}"""))
                .hasStatus(200)
                .has("/title", "T")
                .has("/description", "D")
                .has("/alt_text", "A")
                .has("/tags", List.of("b", "a"))
                .has("/custom", Map.of("k", "v"));
    }

    @Test
    default void nullRemoves(Api api) {
        String id = api.uploaded(
                Fresh.user(),
                "title",
                "T",
                "description",
                "D",
                "alt_text",
                "A",
                "tags",
                "a",
                "custom",
                "{\"k\":\"v\"}");

        assertThat(patch(api, id, """
                        {"title": null, "description": null, "alt_text": null, "tags": null, "custom": null}"""))
                .hasStatus(200)
                .has("/title", null)
                .has("/description", null)
                .has("/alt_text", null)
                .has("/tags", List.of())
                .has("/custom", Map.of());
    }

    @Test
    default void customFieldsAreMergedOneByOne(Api api) {
        String id = api.uploaded(Fresh.user(), "custom", "{\"a\":\"1\",\"b\":\"2\",\"c\":\"3\"}");

        assertThat(patch(api, id, "{\"custom\": {\"b\": \"new\", \"c\": null, \"d\": \"4\"}}"))
                .hasStatus(200)
                .has("/custom", Map.of("a", "1", "b", "new", "d", "4"));
    }

    @Test
    default void tagsAreReplacedAsAWhole(Api api) {
        String id = api.uploaded(Fresh.user(), "tags", "a,b");

        assertThat(patch(api, id, "{\"tags\": [\"c\", \"b\"]}")).hasStatus(200).has("/tags", List.of("c", "b"));
    }

    @Test
    default void aChangeIsSeenByEveryList(Api api) {
        UserId user = Fresh.user();
        Tag before = Fresh.tag();
        Tag after = Fresh.tag();
        String id = api.uploaded(user, "tags", before.value());

        assertThat(patch(api, id, "{\"tags\": [\"" + after + "\"], \"title\": \"New\"}"))
                .hasStatus(200);

        assertThat(api.ids("/images?tag=" + before)).isEmpty();
        assertThat(api.ids("/tags/" + after + "/images")).containsExactly(id);
        assertThat(api.get("/users/" + user + "/images"))
                .has("/images/0/title", "New")
                .has("/images/0/version", 2);
    }

    @Test
    default void whatChangesNothingMakesNoNewVersion(Api api) {
        String id = api.uploaded(Fresh.user(), "title", "T");

        assertThat(patch(api, id, "{}")).hasStatus(200).has("/version", 1);
        assertThat(patch(api, id, "{\"title\": \"T\"}")).hasStatus(200).has("/version", 1);
    }

    @Test
    default void whatIsNotKnownOrNotToBeChangedIsIgnored(Api api) {
        Answer uploaded = api.upload(Fresh.user());

        assertThat(patch(api, Api.idOf(uploaded), """
                        {"colour": "blue", "size": 1, "image_id": "x", "sha256": null, "version": 99, "status": {}}""")).hasStatus(200).has("", uploaded.at("/metadata"));
    }

    @Test
    default void aFieldOfTheWrongTypeIsNamedAndNothingChanges(Api api) {
        Answer uploaded = api.upload(Fresh.user(), "title", "T");
        String id = Api.idOf(uploaded);
        Map<String, String> wrong = Map.of(
                "{\"title\": 5}", "title",
                "{\"title\": \"ok\", \"description\": []}", "description",
                "{\"alt_text\": {}}", "alt_text",
                "{\"tags\": 5}", "tags",
                "{\"custom\": []}", "custom",
                "{\"custom\": {\"k\": {\"deep\": 1}}}", "custom.k");

        wrong.forEach((patch, field) ->
                assertThat(patch(api, id, patch)).isProblem(400).naming(field));

        assertThat(api.get("/images/" + id)).has("/metadata", uploaded.at("/metadata"));
    }

    @Test
    default void aFieldBeyondItsLimitIsNamedAndNothingChanges(Api api) {
        Answer uploaded = api.upload(Fresh.user(), "title", "T");
        String id = Api.idOf(uploaded);

        assertThat(patch(api, id, "{\"title\": \"" + "x".repeat(201) + "\"}"))
                .isProblem(400)
                .naming("title")
                .has("/limit", 200);

        assertThat(api.get("/images/" + id)).has("/metadata", uploaded.at("/metadata"));
    }

    @Test
    default void whatIsNoObjectIsRefused(Api api) {
        String id = api.uploaded(Fresh.user());

        for (String json : List.of("[]", "\"title\"", "5", "null", "", "{", "{\"title\": \"a\"} x", "title=New")) {
            assertThat(patch(api, id, json)).isProblem(400);
        }
        assertThat(api.get("/images/" + id)).has("/metadata/version", 1);
    }

    @Test
    default void thePatchMayBeCalledJsonOrMergePatchAndNothingElse(Api api) {
        String image = "/images/" + api.uploaded(Fresh.user());
        Body patch = Body.of("{\"title\": \"New\"}");

        assertThat(api.send(Call.patch(image).body("application/merge-patch+json", patch)))
                .hasStatus(200);
        assertThat(api.send(Call.patch(image).body("application/json; charset=utf-8", patch)))
                .hasStatus(200);
        assertThat(api.send(Call.patch(image).body("text/plain", patch))).isProblem(415);
    }

    @Test
    default void theEntityTagOfAnImageChangesWithEachVersion(Api api) {
        String id = api.uploaded(Fresh.user());
        String first = api.get("/images/" + id).header("ETag");

        String second = patch(api, id, "{\"title\": \"New\"}").header("ETag");

        assertThat(first).matches("\"[^\"]+\"");
        assertThat(second).matches("\"[^\"]+\"").isNotEqualTo(first);
        assertThat(api.get("/images/" + id)).hasHeader("ETag", second);
    }

    @Test
    default void aPatchMeantForThisVersionIsDone(Api api) {
        String image = "/images/" + api.uploaded(Fresh.user());

        for (String form : List.of("%s", "\"other\", %s", "*")) {
            String condition = form.formatted(api.get(image).header("ETag"));
            assertThat(api.send(Call.patch(image)
                            .json("{\"title\": \"" + Call.encode(form) + "\"}")
                            .header("If-Match", condition)))
                    .hasStatus(200);
        }
    }

    @Test
    default void aPatchMeantForAnotherVersionIsRefused(Api api) {
        String id = api.uploaded(Fresh.user());
        String image = "/images/" + id;
        String stale = api.get(image).header("ETag");
        assertThat(patch(api, id, "{\"title\": \"First\"}")).hasStatus(200);

        for (String condition : List.of(stale, "W/" + api.get(image).header("ETag"), "\"other\"", "nonsense")) {
            assertThat(api.send(
                            Call.patch(image).json("{\"title\": \"Second\"}").header("If-Match", condition)))
                    .isProblem(412);
        }
        assertThat(api.get(image)).has("/metadata/title", "First").has("/metadata/version", 2);
    }

    @Test
    default void ofManyWhoMeanTheSameVersionOneIsDone(Api api) {
        String image = "/images/" + api.uploaded(Fresh.user());
        String etag = api.get(image).header("ETag");

        List<Answer> answers = AtOnce.call(
                8,
                i -> api.send(
                        Call.patch(image).json("{\"title\": \"By " + i + "\"}").header("If-Match", etag)));

        assertThat(answers).extracting(Answer::status).containsOnly(200, 412).containsOnlyOnce(200);
        assertThat(api.get(image)).has("/metadata/version", 2);
    }

    @Test
    default void whatManyChangeAtOnceIsNotLost(Api api) {
        String id = api.uploaded(Fresh.user());

        List<Answer> answers = AtOnce.call(6, i -> patch(api, id, "{\"custom\": {\"k" + i + "\": \"v\"}}"));

        long done = answers.stream().filter(answer -> answer.status() == 200).count();
        assertThat(answers).extracting(Answer::status).isSubsetOf(200, 409);
        assertThat(api.get("/images/" + id).json().at("/metadata/custom").size())
                .isEqualTo((int) done);
    }

    @Test
    default void anImageThatIsNotThereCannotBeChanged(Api api) {
        assertThat(patch(api, "a1b2c3d4-e5f6-7890-abcd-ef1234567890", "{\"title\": \"New\"}"))
                .isProblem(404)
                .has("/error", "Image not found");
    }

    private static Answer patch(Api api, String id, String json) {
        return api.send(Call.patch("/images/" + id).body("application/merge-patch+json", Body.of(json)));
    }
}
