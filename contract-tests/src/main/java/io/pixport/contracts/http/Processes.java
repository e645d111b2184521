package io.pixport.contracts.http;

import static io.pixport.contracts.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.Fresh;
import io.pixport.contracts.faults.Faults;
import io.pixport.contracts.faults.Faults.Then;
import io.pixport.contracts.faults.Faults.When;
import io.pixport.contracts.store.BytesPayload;
import io.pixport.core.model.ImageFormat;
import io.pixport.core.model.ImageId;
import io.pixport.core.model.UserId;
import io.pixport.core.port.MultipartUpload;
import io.pixport.core.port.ObjectKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Two processes over the same adapters.
 *
 * @param faults by which the first fails
 */
record Processes(Api first, Api second, Faults faults, UserId user) {
    static final Duration LEASE = Duration.ofMinutes(2);

    static Processes start(ApiBuilder builder) {
        Faults faults = new Faults();
        Api first = builder.failing(faults).start();
        return new Processes(first, builder.beside(first).reliable().start(), faults, Fresh.user());
    }

    static Call keyed(Call call) {
        return call.header("Idempotency-Key", UUID.randomUUID().toString());
    }

    /** Lets the first call to an adapter fail, then under another key the second, and so on until none is left. */
    void failEverywhere(When when, Call request, Consumer<Answer> check) {
        for (Then then : Then.values()) {
            int call = 1;
            while (failsAt(call, when, then, keyed(request), check)) {
                call++;
            }
            assertThat(call).as("calls that could fail").isGreaterThan(2);
        }
    }

    boolean failsAt(int call, When when, Call request, Consumer<Answer> check) {
        return failsAt(call, when, Then.STAY_DOWN, request, check);
    }

    private boolean failsAt(int call, When when, Then then, Call request, Consumer<Answer> check) {
        faults.failCall(call, when, then);
        Answer answer = first.send(request);
        boolean came = faults.mend();
        assertThat(answer.status() / 100 == 2).as("%s", answer).isEqualTo(!came);
        Answer meanwhile = second.send(request);
        endLease();
        Answer again = second.send(request);
        check.accept(again);
        assertThat(List.of(answer, meanwhile))
                .filteredOn(other -> other.status() / 100 == 2)
                .allSatisfy(other -> assertThat(other).has("/image_id", again.textAt("/image_id")));
        return came;
    }

    /** Lets so much time pass that a request that has not ended may be taken over. */
    void endLease() {
        second.clock().advance(LEASE);
    }

    ImageId id(DirectUpload upload) {
        return ImageId.parse(upload.id()).orElseThrow();
    }

    /** Stores what a link of the present would, which a bucket that goes by its own clock does not take. */
    void arrive(ObjectKey key) {
        second.backend().store().put(key, new BytesPayload(Api.SMALL), ImageFormat.JPEG);
    }

    /** Whatever multipart uploads have begun and not ended. */
    List<ObjectKey> uploads() {
        List<MultipartUpload> uploads = second.backend().store().listUploads(null, 1000);
        assertThat(uploads).as("uploads of everybody").hasSizeLessThan(1000);
        return uploads.stream().map(MultipartUpload::key).toList();
    }

    List<String> images() {
        return second.ids("/images?limit=100&user_id=" + user);
    }

    /** The ids that are reserved for the user. */
    List<String> reservations() {
        return second.backend().repository().listReservations(user, null, 1000).items().stream()
                .map(upload -> upload.id().toString())
                .toList();
    }

    /** When everything has been cleared away that could be. */
    void assertNothingIsThereBut(List<String> ids) {
        second.tidy();
        assertThat(images()).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(second.footprint().objects().stream().filter(this::isOfThisTest))
                .extracting(key -> key.imageId().map(ImageId::toString).orElse("not of an image"))
                .containsExactlyInAnyOrderElementsOf(ids);
    }

    /** Others' are of other times. */
    boolean isOfThisTest(ObjectKey key) {
        Instant now = second.clock().instant();
        return second.isOfThisTest(key)
                && key.arrivedFor().filter(id -> id.timestamp().isBefore(now)).isPresent();
    }
}
