package io.pixport.contracts.http;

import static io.pixport.contracts.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.AtOnce;
import io.pixport.contracts.Fresh;
import io.pixport.contracts.Images;
import io.pixport.contracts.Multipart;
import io.pixport.contracts.faults.Faults;
import io.pixport.contracts.faults.Faults.Step;
import io.pixport.core.model.UserId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What an {@code Idempotency-Key} does: a request that is sent again is not carried out again. */
public interface IdempotencyHttpContract extends HttpFixture {
    @Test
    default void theSameRequestUnderTheSameKeyIsAnsweredAsBeforeAndStoredOnce(Api api) {
        UserId user = Fresh.user();
        Call call = keyed(Api.uploading(user, "title", "T"));

        Answer first = api.send(call);
        api.clock().advance(Duration.ofHours(23));
        Answer second = api.send(call);

        assertThat(first).hasStatus(201).hasNoHeader("Idempotency-Replayed");
        assertThat(second)
                .hasStatus(201)
                .hasHeader("Idempotency-Replayed", "true")
                .hasHeader("Location", first.header("Location"))
                .hasHeader("Content-Type", "application/json");
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(api.ids("/images?user_id=" + user)).containsExactly(Api.idOf(first));
    }

    @Test
    default void theSameFormSentWithAnotherBoundaryIsTheSameRequest(Api api) {
        UserId user = Fresh.user();
        Multipart form = new Multipart().field("user_id", user.value()).file("file", "a.jpg", Api.SMALL);
        byte[] other = new String(form.bytes(), StandardCharsets.ISO_8859_1)
                .replace("74d96d66958873e", "0000000000000aa")
                .getBytes(StandardCharsets.ISO_8859_1);
        String key = UUID.randomUUID().toString();

        Answer first = api.send(Call.post("/images").multipart(form).header("Idempotency-Key", key));
        Answer second = api.send(Call.post("/images")
                .body(form.contentType().replace("74d96d66958873e", "0000000000000aa"), other)
                .header("Idempotency-Key", key));

        assertThat(second).hasStatus(201).has("/image_id", Api.idOf(first));
    }

    @Test
    default void anotherRequestUnderTheSameKeyIsRefused(Api api) {
        UserId user = Fresh.user();
        String key = UUID.randomUUID().toString();
        String id = Api.idOf(api.send(Api.uploading(user, "title", "T").header("Idempotency-Key", key)));
        List<Call> others = List.of(
                Api.uploading(user, "title", "Other"),
                Api.uploading(user),
                Api.uploading(user, "title", "T", "tags", "a"),
                Call.post("/images")
                        .body("image/jpeg", Images.bytes("good/small.jpg"))
                        .query("user_id", user.value())
                        .query("title", "T"),
                Call.post("/images/" + id + "/restore"));

        assertThat(others).allSatisfy(other -> assertThat(api.send(other.header("Idempotency-Key", key)))
                .isProblem(422)
                .hasNoHeader("Idempotency-Replayed"));

        assertThat(api.ids("/images?user_id=" + user)).containsExactly(id);
    }

    @Test
    default void aKeyOfAnotherCallerIsAnotherKey(Api api) {
        UserId one = Fresh.user();
        UserId other = Fresh.user();
        String key = UUID.randomUUID().toString();

        Answer first = api.send(Api.uploading(one).by(one).header("Idempotency-Key", key));
        Answer second = api.send(Api.uploading(other).by(other).header("Idempotency-Key", key));

        assertThat(second).hasStatus(201).hasNoHeader("Idempotency-Replayed");
        assertThat(Api.idOf(second)).isNotEqualTo(Api.idOf(first));
    }

    @Test
    default void aKeyIsForgottenAfterADay(Api api) {
        UserId user = Fresh.user();
        Call call = keyed(Api.uploading(user));
        String first = Api.idOf(api.send(call));

        api.clock().advance(Duration.ofHours(24).plusSeconds(1));
        Answer second = api.send(call);

        assertThat(second).hasStatus(201).hasNoHeader("Idempotency-Replayed");
        assertThat(Api.idOf(second)).isNotEqualTo(first);
    }

    @Test
    default void whileTheFirstRunsTheSecondIsAConflict(ApiBuilder builder) {
        Gate gate = new Gate();
        Faults faults = new Faults();
        Api api = builder.failingStore(faults).start();
        faults.before(Step.PUT, gate::pass);
        UserId user = Fresh.user();
        Call call = keyed(Api.uploading(user));

        CompletableFuture<Answer> first = CompletableFuture.supplyAsync(() -> api.send(call));
        gate.awaitReached();
        Answer second = api.send(call);
        gate.open();

        assertThat(second).isProblem(409);
        assertThat(first.join()).hasStatus(201);
        assertThat(api.send(call)).hasStatus(201).has("/image_id", Api.idOf(first.join()));
        assertThat(api.ids("/images?user_id=" + user)).hasSize(1);
    }

    @Test
    default void twentyUploadsUnderOneKeyAtOnceAreOneImage(Api api) {
        UserId user = Fresh.user();
        Call call = keyed(Api.uploading(user, "title", "T"));

        List<Answer> answers = AtOnce.call(20, i -> api.send(call));

        assertThat(answers).extracting(Answer::status).isSubsetOf(201, 409).contains(201);
        String id = Api.idOf(api.send(call));
        assertThat(answers).filteredOn(answer -> answer.status() == 201).allSatisfy(answer -> assertThat(answer)
                .has("/image_id", id));
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 201
                        && answer.header("Idempotency-Replayed").isEmpty())
                .hasSize(1);
        assertThat(api.ids("/images?user_id=" + user)).containsExactly(id);
        assertThat(api.footprint().objects()).hasSize(1);
    }

    @Test
    default void aRefusedRequestLeavesItsKeyFree(Api api) {
        UserId user = Fresh.user();
        String key = UUID.randomUUID().toString();

        assertThat(api.send(Api.uploading(user, "title", "x".repeat(201)).header("Idempotency-Key", key)))
                .isProblem(400);

        assertThat(api.send(Api.uploading(user, "title", "x").header("Idempotency-Key", key)))
                .hasStatus(201)
                .hasNoHeader("Idempotency-Replayed");
    }

    @Test
    default void aFailedRequestCanBeSentAgain(ApiBuilder builder) {
        Faults faults = new Faults();
        Api api = builder.failingRepository(faults).start();
        UserId user = Fresh.user();
        Call call = keyed(Api.uploading(user));
        faults.failBefore(Step.SAVE);
        assertThat(api.send(call)).isProblem(503);

        Answer again = api.send(call);

        assertThat(again).hasStatus(201);
        assertThat(api.ids("/images?user_id=" + user)).containsExactly(Api.idOf(again));
    }

    @Test
    default void aRestoreUnderAKeyIsNotDoneTwice(Api api) {
        String id = api.uploaded(Fresh.user());
        Call restore = keyed(Call.post("/images/" + id + "/restore"));
        assertThat(api.send(Call.delete("/images/" + id))).hasStatus(200);
        Answer first = api.send(restore);
        assertThat(api.send(Call.delete("/images/" + id))).hasStatus(200);

        Answer second = api.send(restore);

        assertThat(first).hasStatus(200).hasNoHeader("Idempotency-Replayed");
        assertThat(second).hasStatus(200).hasHeader("Idempotency-Replayed", "true");
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(api.get("/images/" + id)).isProblem(404);
    }

    private static Call keyed(Call call) {
        return call.header("Idempotency-Key", UUID.randomUUID().toString());
    }
}
