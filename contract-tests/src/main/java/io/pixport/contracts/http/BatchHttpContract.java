package io.pixport.contracts.http;

import static io.pixport.contracts.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.Fresh;
import io.pixport.contracts.faults.Faults;
import io.pixport.contracts.faults.Faults.Step;
import io.pixport.core.model.UserId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many changes in one request: each is done as by a request of its own, and told how it ended. */
public interface BatchHttpContract extends HttpFixture {
    String UNKNOWN = "0199b1c2-7a4e-7c31-9c55-0a4f5d1e2b3c";

    @Test
    default void everyOperationIsDoneAndTold(Api api) {
        UserId user = Fresh.user();
        String deleted = api.uploaded(user);
        String restored = api.uploaded(user);
        String tagged = api.uploaded(user, "tags", "sea,sky");
        assertThat(api.send(Call.delete("/images/" + restored))).hasStatus(200);

        Answer answer = api.send(batch(
                operation("delete", deleted),
                operation("restore", restored),
                operation("tag", tagged, "Sun", "sky"),
                operation("untag", tagged, "sea", "none")));

        assertThat(answer)
                .hasStatus(200)
                .has("/count", 4)
                .has("/failed", 0)
                .has("/results/0/operation", "delete")
                .has("/results/0/image_id", deleted)
                .has("/results/0/status", 200)
                .has("/results/1/image_id", restored)
                .has("/results/1/version", 3)
                .has("/results/3/operation", "untag")
                .has("/results/3/version", 3);
        assertThat(api.get("/images/" + deleted)).isProblem(404);
        assertThat(api.get("/images/" + restored)).hasStatus(200);
        assertThat(api.get("/images/" + tagged)).has("/metadata/tags", List.of("sky", "sun"));
        assertThat(api.ids("/users/" + user + "/images?tag=sun")).containsExactly(tagged);
    }

    @Test
    default void operationsOnTheSameImageAreDoneInTheirOrder(Api api) {
        String id = api.uploaded(Fresh.user(), "tags", "sea");

        Answer answer = api.send(batch(
                operation("untag", id, "sea"),
                operation("delete", id),
                operation("tag", id, "late"),
                operation("delete", id),
                operation("restore", id),
                operation("tag", id, "sky")));

        assertThat(statuses(answer)).containsExactly(200, 200, 404, 404, 200, 200);
        assertThat(answer).has("/failed", 2);
        assertThat(api.get("/images/" + id)).has("/metadata/tags", List.of("sky"));
    }

    @Test
    default void rightsAreThoseOfEachImage(Api api) {
        UserId one = Fresh.user();
        UserId other = Fresh.user();
        String mine = api.uploaded(one);
        String theirs = api.uploaded(other);
        Call call = batch(operation("delete", theirs), operation("tag", theirs, "a"), operation("delete", mine));

        Answer answer = api.send(call.by(one));

        assertThat(statuses(answer)).containsExactly(403, 403, 200);
        assertThat(answer).has("/results/0/retry", false).has("/results/0/error", "only the owner may do this");
        assertThat(api.get("/images/" + theirs)).hasStatus(200).has("/metadata/version", 1);
        assertThat(statuses(api.send(call))).containsExactly(200, 404, 404);
    }

    @Test
    default void whoHasToBeNamedIsNamed(ApiBuilder builder) {
        Api api = builder.callersNamed().start();
        UserId user = Fresh.user();
        String id = Api.idOf(api.send(Api.uploading(user).by(user)));

        assertThat(api.send(batch(operation("delete", id)))).isProblem(401);
        assertThat(api.send(batch(operation("delete", id)).by(user))).hasStatus(200);
    }

    @Test
    default void whatIsNotThereIsTold(Api api) {
        assertThat(api.send(batch(operation("delete", UNKNOWN))))
                .hasStatus(200)
                .has("/failed", 1)
                .has("/results/0/status", 404)
                .has("/results/0/error", "Image not found")
                .has("/results/0/retry", false);
    }

    @Test
    default void tagsBeyondTheLimitAreRefusedForTheImageThatHasTooMany(Api api) {
        UserId user = Fresh.user();
        String full = api.uploaded(user, "tags", "a,b,c,d,e,f,g,h,i,j");
        String empty = api.uploaded(user);

        Answer answer = api.send(batch(operation("tag", full, "k"), operation("tag", empty, "k")));

        assertThat(statuses(answer)).containsExactly(400, 200);
        assertThat(answer.textAt("/results/0/error")).contains("10");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"image_id": "ID"}                                                  | operations[1].operation
            {"operation": "erase", "image_id": "ID"}                            | operations[1].operation
            {"operation": 7, "image_id": "ID"}                                  | operations[1].operation
            {"operation": "delete"}                                             | operations[1].image_id
            {"operation": "delete", "image_id": "abc"}                          | operations[1].image_id
            {"operation": "delete", "image_id": ["ID"]}                         | operations[1].image_id
            {"operation": "tag", "image_id": "ID"}                              | operations[1].tags
            {"operation": "tag", "image_id": "ID", "tags": []}                  | operations[1].tags
            {"operation": "tag", "image_id": "ID", "tags": " , "}               | operations[1].tags
            {"operation": "untag", "image_id": "ID", "tags": null}              | operations[1].tags
            {"operation": "tag", "image_id": "ID", "tags": 7}                   | operations[1].tags
            {"operation": "tag", "image_id": "ID", "tags": ["a", "b#"]}         | operations[1].tags[1]
            {"operation": "tag", "image_id": "ID", "tags": "1,2,3,4,5,6,7,8,9,10,11"} | operations[1].tags
            "delete"                                                            | operations[1].operation
            null                                                                | operations[1].image_id
            """)
    default void whatIsMalformedIsNamedAndNothingIsDone(String operation, String field, Api api) {
        String id = api.uploaded(Fresh.user());

        assertThat(api.send(batch(operation("delete", id), operation.replace("ID", id))))
                .isProblem(400)
                .naming(field);

        assertThat(api.get("/images/" + id)).hasStatus(200).has("/metadata/version", 1);
    }

    @Test
    default void everythingThatIsMalformedIsNamedAtOnce(Api api) {
        assertThat(api.send(batch("{\"operation\": \"x\", \"image_id\": \"y\"}", "{}")))
                .isProblem(400)
                .naming("operations[0].operation")
                .naming("operations[0].image_id")
                .naming("operations[1].operation")
                .naming("operations[1].image_id");
    }

    @Test
    default void aBatchIsOneToAHundredOperationsInJson(Api api) {
        String id = api.uploaded(Fresh.user());

        for (int number : new int[] {0, 101}) {
            assertThat(api.send(batch(
                            Collections.nCopies(number, operation("delete", id)).toArray(String[]::new))))
                    .isProblem(400)
                    .naming("operations")
                    .has("/limit", 100);
        }
        for (String body : List.of("{}", "{\"operations\": {}}", "{\"operations\": null}", "[]", "")) {
            assertThat(api.send(Call.post("/images/batch").json(body))).isProblem(400);
        }
        assertThat(api.send(Call.post("/images/batch").body("text/plain", "{}".getBytes(StandardCharsets.UTF_8))))
                .isProblem(415)
                .saying("application/json");
        assertThat(api.send(batch("\"" + "x".repeat(300_000) + "\""))).isProblem(413);
        assertThat(api.get("/images/" + id)).hasStatus(200);
    }

    @Test
    default void aHundredLongOperationsUnderAKeyAreAnsweredAgain(Api api) {
        UserId user = Fresh.user();
        String id = api.uploaded(user);
        String[] tags = IntStream.range(0, 10).mapToObj(i -> "ж".repeat(49) + i).toArray(String[]::new);
        Call call = keyed(batch(IntStream.range(0, 100)
                .mapToObj(i -> operation(i % 2 == 0 ? "tag" : "untag", id, tags))
                .toArray(String[]::new)));

        Answer first = api.send(call);

        assertThat(first).hasStatus(200).has("/failed", 0).has("/results/99/version", 101);
        assertThat(api.send(call))
                .hasStatus(200)
                .hasHeader("Idempotency-Replayed", "true")
                .has("", first.at(""));
        assertThat(api.get("/images/" + id)).has("/metadata/version", 101);
    }

    @Test
    default void anotherBatchUnderTheSameKeyIsRefused(Api api) {
        String id = api.uploaded(Fresh.user());
        String key = UUID.randomUUID().toString();
        assertThat(api.send(batch(operation("tag", id, "a")).header("Idempotency-Key", key)))
                .hasStatus(200);

        for (String other : List.of(operation("tag", id, "b"), operation("untag", id, "a"), operation("delete", id))) {
            assertThat(api.send(batch(other).header("Idempotency-Key", key))).isProblem(422);
        }
        assertThat(api.get("/images/" + id)).has("/metadata/tags", List.of("a"));
    }

    @Test
    default void whatAStoreFailedOnMayBeTriedAgainAndTheRestIsDone(ApiBuilder builder) {
        Faults faults = new Faults();
        Api api = builder.failingRepository(faults).start();
        UserId user = Fresh.user();
        String first = api.uploaded(user);
        String second = api.uploaded(user);
        faults.failBefore(Step.UPDATE);

        Answer answer = api.send(batch(operation("delete", first), operation("delete", second)));

        assertThat(statuses(answer)).containsExactly(503, 200);
        assertThat(answer).has("/results/0/retry", true);
        assertThat(api.ids("/users/" + user + "/images")).containsExactly(first);
    }

    @Test
    default void whatThereIsNoTimeForMayBeTriedAgain(ApiBuilder builder) {
        Faults faults = new Faults();
        Api api = builder.failingRepository(faults).start();
        UserId user = Fresh.user();
        List<String> ids = List.of(api.uploaded(user), api.uploaded(user), api.uploaded(user));
        faults.before(Step.UPDATE, () -> api.clock().advance(Duration.ofSeconds(10)));

        Answer answer =
                api.send(batch(ids.stream().map(id -> operation("delete", id)).toArray(String[]::new)));

        assertThat(statuses(answer)).containsExactly(200, 503, 503);
        assertThat(answer).has("/results/2/retry", true);
        assertThat(api.ids("/users/" + user + "/images")).containsExactlyInAnyOrder(ids.get(1), ids.get(2));
    }

    private static List<Integer> statuses(Answer answer) {
        assertThat(answer).hasStatus(200);
        return answer.json()
                .at("/results")
                .valueStream()
                .map(result -> result.path("status").asInt())
                .toList();
    }

    private static Call keyed(Call call) {
        return call.header("Idempotency-Key", UUID.randomUUID().toString());
    }

    static Call batch(String... operations) {
        return Call.post("/images/batch").json("{\"operations\": [" + String.join(", ", operations) + "]}");
    }

    static String operation(String operation, String id) {
        return "{\"operation\": \"%s\", \"image_id\": \"%s\"}".formatted(operation, id);
    }

    static String operation(String operation, String id, String... tags) {
        String array = Arrays.stream(tags).map(tag -> "\"" + tag + "\"").collect(Collectors.joining(", "));
        return "{\"operation\": \"%s\", \"image_id\": \"%s\", \"tags\": [%s]}".formatted(operation, id, array);
    }
}
