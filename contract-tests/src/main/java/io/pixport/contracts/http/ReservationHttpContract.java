package io.pixport.contracts.http;

import static io.pixport.contracts.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.Fresh;
import io.pixport.contracts.faults.Faults;
import io.pixport.core.model.UserId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a reservation may ask for, and what becomes of one that is sent again. */
public interface ReservationHttpContract extends HttpFixture {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "content_type": null                                                    | 400 | content_type
            "content_type": 7                                                       | 400 | content_type
            "content_type": "text/html"                                             | 415 | content_type
            "content_type": "image/png", "size": "big"                              | 400 | size
            "content_type": "image/png", "size": 1.5                                | 400 | size
            "content_type": "image/png", "size": 1023                               | 422 | size
            "content_type": "image/png", "size": -1                                 | 422 | size
            "content_type": "image/png", "size": 10485761                           | 413 | size
            "content_type": "image/png", "size": 99999999999999999999               | 400 | size
            "content_type": "image/png", "sha256": "abc"                            | 400 | sha256
            "content_type": "image/png", "sha256": 7                                | 400 | sha256
            "content_type": "image/png", "method": "DELETE"                         | 400 | method
            "content_type": "image/png", "method": "PUT", "size": 5000              | 400 | sha256
            "content_type": "image/png", "method": "PUT"                            | 400 | size
            "content_type": "image/png", "expires_in": 59                           | 400 | expires_in
            "content_type": "image/png", "expires_in": 3601                         | 400 | expires_in
            "content_type": "image/png", "expires_in": "soon"                       | 400 | expires_in
            "content_type": "image/png", "tags": 7                                  | 400 | tags
            "content_type": "image/png", "user_id": "a/b"                           | 400 | user_id
            """)
    default void whatCannotBeReservedIsRefusedAndNamed(String members, int status, String field, Api api) {
        String owner = members.contains("user_id") ? "" : "\"user_id\": \"%s\", ".formatted(Fresh.user());

        assertThat(api.sendInVain(DirectUpload.asking(owner + members)))
                .isProblem(status)
                .naming(field);
    }

    @Test
    default void everythingThatIsWrongIsSaidAtOnce(Api api) {
        Call asking = DirectUpload.asking("""
                "user_id": "u", "content_type": "image/tiff", "size": 10485761, "sha256": "x", "expires_in": 1,
                "method": "GET", "title": "%s", "custom": 7""".formatted("t".repeat(201)));

        assertThat(api.sendInVain(asking))
                .isProblem(415)
                .naming("content_type")
                .naming("size")
                .naming("sha256")
                .naming("expires_in")
                .naming("method")
                .naming("title")
                .naming("custom");
    }

    @Test
    default void aReservationIsSomebodys(Api api) {
        assertThat(api.sendInVain(DirectUpload.asking("\"content_type\": \"image/png\"")))
                .isProblem(400)
                .naming("user_id");
    }

    @Test
    default void aReservationIsAskedForInJson(Api api) {
        assertThat(api.sendInVain(Call.post("/uploads").body("image/jpeg", Api.SMALL)))
                .isProblem(415)
                .saying("application/json");
        assertThat(api.sendInVain(Call.post("/uploads").json("[]"))).isProblem(400);
        assertThat(api.sendInVain(Call.post("/uploads").json("{\"title\": \"" + "t".repeat(200_000) + "\"}")))
                .isProblem(413);
    }

    @Test
    default void aReservationSentAgainUnderItsKeyIsTheSame(Api api) {
        Call asking = keyed(DirectUpload.link(Fresh.user(), Api.SMALL));
        DirectUpload upload = DirectUpload.reserve(api, asking);
        api.clock().advance(Duration.ofMinutes(5));

        Answer again = api.send(asking);

        assertThat(again)
                .hasStatus(201)
                .hasHeader("Idempotency-Replayed", "true")
                .isLocatedAt(upload.path())
                .hasHeader("Cache-Control", "private, no-store");
        assertThat(again.body()).isEqualTo(upload.reserved().body());
        assertThat(new DirectUpload(api, again).send(Api.SMALL).status()).isBetween(200, 299);
    }

    @Test
    default void anotherReservationUnderTheSameKeyIsRefused(Api api) {
        UserId user = Fresh.user();
        String key = UUID.randomUUID().toString();
        DirectUpload.reserve(api, DirectUpload.form(user).header("Idempotency-Key", key));

        assertThat(api.send(DirectUpload.link(user, Api.SMALL).header("Idempotency-Key", key)))
                .isProblem(422);
    }

    @Test
    default void aReservationSentAgainShowsNoLinkOnceItIsComplete(Api api) {
        Call asking = keyed(DirectUpload.link(Fresh.user(), Api.SMALL));
        DirectUpload upload = DirectUpload.sent(api, asking, Api.SMALL);
        Answer completed = upload.complete();

        Answer again = api.send(asking);

        assertThat(again)
                .hasStatus(200)
                .hasHeader("Idempotency-Replayed", "true")
                .isLocatedAt(upload.path())
                .has("", completed.at(""));
        assertThat(again.text()).doesNotContain("\"upload\"");
        assertThat(api.send(Call.delete("/images/" + upload.id() + "?permanent=true")))
                .hasStatus(200);
        assertThat(api.send(asking)).isProblem(404);
    }

    @Test
    default void aCompletionSentAgainUnderItsKeyIsAnsweredAsTheFirst(Api api) {
        DirectUpload upload = DirectUpload.reserve(api, DirectUpload.form(Fresh.user()));
        Call completing = keyed(upload.completing());
        assertThat(api.send(completing)).isProblem(409);
        upload.send(Api.SMALL);
        Answer completed = api.send(completing);
        assertThat(completed).hasStatus(200).hasNoHeader("Idempotency-Replayed");

        assertThat(api.send(completing))
                .hasStatus(200)
                .hasHeader("Idempotency-Replayed", "true")
                .hasHeader("ETag", completed.header("ETag"))
                .has("", completed.at(""));
    }

    @Test
    default void withoutTheRepositoryAnUploadIsUnavailableAndGoesOnAfter(ApiBuilder builder) {
        Faults faults = new Faults();
        Api api = builder.failingRepository(faults).start();
        DirectUpload upload = DirectUpload.sent(api, DirectUpload.form(Fresh.user()), Api.SMALL);
        faults.takeDown();

        assertThat(List.of(DirectUpload.form(Fresh.user()), Call.get(upload.path()), upload.completing()))
                .allSatisfy(call -> assertThat(api.send(call)).isProblem(503).hasHeader("Retry-After", "2"));

        faults.mend();
        assertThat(upload.complete()).hasStatus(200);
    }

    @Test
    default void withoutTheStoreACompletionIsUnavailableAndGoesOnAfter(ApiBuilder builder) {
        Faults faults = new Faults();
        Api api = builder.failingStore(faults).start();
        DirectUpload upload = DirectUpload.sent(api, DirectUpload.link(Fresh.user(), Api.SMALL), Api.SMALL);
        faults.takeDown();

        assertThat(upload.complete()).isProblem(503).hasHeader("Retry-After", "2");
        assertThat(upload.status()).hasStatus(200).has("/status", "pending");

        faults.mend();
        assertThat(upload.complete()).hasStatus(200);
    }

    private static Call keyed(Call call) {
        return call.header("Idempotency-Key", UUID.randomUUID().toString());
    }
}
