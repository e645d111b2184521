package io.pixport.contracts.http;

import static io.pixport.contracts.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.Fresh;
import io.pixport.contracts.faults.Faults;
import io.pixport.contracts.faults.Faults.Step;
import io.pixport.core.model.UserId;
import io.pixport.core.port.StorageException;
import io.pixport.core.port.StorageException.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A store that is out of reach is an error that says so, never an absence or an empty list, and nothing half-done is seen. */
public interface OutageHttpContract extends HttpFixture {
    String CAUSE = "the third shelf from the left has come down";

    @Test
    default void withoutTheRepositoryEverythingThatNeedsItIsUnavailable(ApiBuilder builder) {
        Faults faults = new Faults();
        Api api = builder.failingRepository(faults).start();
        UserId user = Fresh.user();
        String image = "/images/" + api.uploaded(user);
        faults.takeDown();

        assertThat(List.of(
                        Api.uploading(user),
                        Call.get(image),
                        Call.get(image + "?download=true"),
                        Call.get(image + "/download"),
                        Call.get(image + "/content"),
                        Call.head(image + "/content"),
                        Call.get("/images"),
                        Call.get("/images?tags=a,b&user_id=" + user),
                        Call.get("/users/" + user + "/images"),
                        Call.get("/tags/sea/images"),
                        Call.get("/users/" + user + "/trash"),
                        Call.patch(image).json("{\"title\": \"New\"}"),
                        Call.patch(image).json("{\"title\": \"New\"}").header("If-Match", "\"1\""),
                        Call.delete(image),
                        Call.delete(image + "?permanent=true"),
                        Call.post(image + "/restore"),
                        Call.get("/health/ready")))
                .allSatisfy(call -> assertUnavailable(call, api.send(call)));

        faults.mend();
        assertThat(api.get(image)).hasStatus(200).has("/metadata/version", 1);
        assertThat(api.ids("/images?user_id=" + user)).hasSize(1);
    }

    @Test
    default void withoutTheStoreEverythingThatNeedsItIsUnavailable(ApiBuilder builder) {
        Faults faults = new Faults();
        Api api = builder.failingStore(faults).start();
        UserId user = Fresh.user();
        String image = "/images/" + api.uploaded(user);
        faults.takeDown();

        assertThat(List.of(
                        Api.uploading(user),
                        Call.get(image + "?download=true"),
                        Call.get(image + "/content"),
                        Call.get(image + "/content").header("Range", "bytes=0-9"),
                        Call.get("/health/ready")))
                .allSatisfy(call -> assertUnavailable(call, api.send(call)));
        assertThat(List.of(Call.get(image), Call.get(image + "/download"), Call.get("/images?user_id=" + user)))
                .allSatisfy(call -> assertThat(api.send(call)).hasStatus(200));

        faults.mend();
        assertThat(api.get(image + "/content").body()).isEqualTo(Api.SMALL);
        assertThat(api.ids("/images?user_id=" + user)).hasSize(1);
    }

    @Test
    default void withoutTheIdempotencyStoreWhateverHasAKeyIsUnavailableAndTheRestIsNot(ApiBuilder builder) {
        Api api = builder.idempotencyStoreOutOfReach().start();
        UserId user = Fresh.user();

        Call keyed = Api.uploading(user).header("Idempotency-Key", "k-" + user);
        assertUnavailable(keyed, api.sendInVain(keyed));
        assertThat(api.upload(user)).hasStatus(201);
    }

    @Test
    default void whatNeedsNoStoreWorksWithoutAny(ApiBuilder builder) {
        Faults faults = new Faults();
        Api api = builder.failingRepository(faults).start();
        faults.takeDown();

        for (String path : List.of("/health", "/limits", "/metrics")) {
            assertThat(api.get(path)).hasStatus(200);
        }
    }

    @Test
    default void anUploadWhoseRecordFailsIsNeverSeen(ApiBuilder builder) {
        Faults faults = new Faults();
        Api api = builder.failingRepository(faults).start();
        UserId user = Fresh.user();
        Api.Footprint before = api.footprint();
        faults.failBefore(Step.SAVE);

        assertUnavailable(Call.post("/images"), api.upload(user));

        assertThat(api.ids("/images?user_id=" + user)).isEmpty();
        assertThat(api.footprint().images()).isEqualTo(before.images());
    }

    @Test
    default void anUploadWhoseBytesFailIsNeverSeen(ApiBuilder builder) {
        Faults faults = new Faults();
        Api api = builder.failingStore(faults).start();
        UserId user = Fresh.user();
        faults.failBefore(Step.PUT);

        assertUnavailable(Call.post("/images"), api.sendInVain(Api.uploading(user)));

        assertThat(api.ids("/images?user_id=" + user)).isEmpty();
    }

    @Test
    default void anImageWhoseErasureFailsHalfwayIsGoneAllTheSame(ApiBuilder builder) {
        Faults faults = new Faults();
        Api api = builder.failingStore(faults).start();
        UserId user = Fresh.user();
        String image = "/images/" + api.uploaded(user);
        faults.failBefore(Step.DELETE_OBJECT);

        Call erase = Call.delete(image + "?permanent=true");
        assertUnavailable(erase, api.send(erase));

        assertThat(api.get(image)).isProblem(404);
        assertThat(api.get(image + "/content")).isProblem(404);
        assertThat(api.ids("/images?user_id=" + user)).isEmpty();
    }

    @Test
    default void aStoreThatIsFullSaysSo(ApiBuilder builder) {
        Faults faults = new Faults();
        Api api = builder.failingStore(faults).start();
        faults.before(Step.PUT, () -> fail(Kind.FULL));

        assertThat(api.sendInVain(Api.uploading(Fresh.user()))).isProblem(507);
    }

    @Test
    default void aStoreThatBreaksItsOwnRulesIsABugWhoseCauseStaysInTheLog(ApiBuilder builder) {
        Faults faults = new Faults();
        Api api = builder.failingRepository(faults).start();
        String image = "/images/" + api.uploaded(Fresh.user());
        faults.before(Step.FIND, () -> fail(Kind.FAILED));

        Answer answer = api.get(image);

        assertThat(answer).isProblem(500);
        assertThat(answer.text()).doesNotContain(CAUSE).doesNotContain("Exception");
    }

    private static void fail(Kind kind) {
        throw new StorageException(kind, CAUSE, null);
    }

    private static void assertUnavailable(Call call, Answer answer) {
        if (call.method().equals("HEAD")) {
            assertThat(answer).hasStatus(503);
        } else {
            assertThat(answer).as(call.toString()).isProblem(503);
        }
        assertThat(answer.header("Retry-After")).as("Retry-After of %s", call).matches("[1-9][0-9]*");
    }
}
