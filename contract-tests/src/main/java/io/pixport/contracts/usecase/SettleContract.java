package io.pixport.contracts.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pixport.contracts.AtOnce;
import io.pixport.contracts.ImageMaker;
import io.pixport.contracts.faults.Faults.Step;
import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.Announcement.Method;
import io.pixport.core.model.Image;
import io.pixport.core.model.ImageDetails;
import io.pixport.core.model.ImageId;
import io.pixport.core.model.PendingImage;
import io.pixport.core.port.ObjectKey;
import io.pixport.core.port.StorageException;
import io.pixport.core.usecase.Outcome;
import io.pixport.core.usecase.Reconcile.Scope;
import io.pixport.core.usecase.ReserveUpload.Reservation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Attempts that end nobody knows how: settling one tells what it has made, or sees to it that it makes nothing. */
public interface SettleContract extends UseCaseFixture {
    @Test
    default void whatAnAttemptHasMadeIsToldAsItStandsNow() {
        TestService service = service();
        ActiveImage image = service.upload();
        PendingImage pending =
                service.reserve(Method.PUT, ImageMaker.png(50, 50)).image();

        assertThat(settle(service, image.id())).contains(image);
        assertThat(settle(service, pending.id())).contains(pending);
        TestService.done(service.cases().deleteImage().delete(image.id(), null, null));
        assertThat(settle(service, image.id())).contains(service.trash().getFirst());
        service.assertAnswersAgree();
    }

    @Test
    default void whatHasBeenDeletedForGoodIsNothing() {
        TestService service = service();
        ImageId id = service.upload().id();
        TestService.done(service.cases().eraseImage().erase(id, null, null));

        assertThat(settle(service, id)).isEmpty();
    }

    @Test
    default void whatHasLostItsBytesIsNothing() {
        TestService service = service();
        ImageId id = service.upload().id();
        store().delete(ObjectKey.of(id));
        service.clock().advance(TestService.ORPHAN_AGE);
        service.cases().reconcile().run(Scope.EVERYTHING);

        assertThat(settle(service, id)).isEmpty();
    }

    @Test
    default void anAttemptThatHasMadeNothingNeverWill() {
        TestService service = service();
        ImageId uploading = service.freshId();
        ImageId reserving = service.freshId();

        for (ImageId id : List.of(uploading, uploading, reserving)) {
            assertThat(settle(service, id)).isEmpty();
        }

        assertTooLate(() -> service.upload(uploading, ImageMaker.png(50, 50), ImageDetails.NONE, null));
        assertTooLate(() -> service.reserve(reserving, Method.POST, ImageMaker.png(50, 50)));
        assertThat(settle(service, uploading)).isEmpty();
        service.tidy();
        service.assertNothingIsThereBut(List.of());
    }

    /** The attempt is settled just before a step of it, and comes late. */
    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"PUT", "SAVE"})
    default void anAttemptThatIsSettledMeanwhileFailsAndLeavesNothing(Step step) {
        TestService service = service();
        ImageId id = service.freshId();
        List<Optional<Image>> settled = new ArrayList<>();
        service.faults().before(step, () -> settled.add(settle(service, id)));

        assertTooLate(() -> service.upload(id, ImageMaker.png(50, 50), ImageDetails.NONE, null));

        assertThat(settled).containsExactly(Optional.empty());
        assertThat(service.images()).isEmpty();
        service.tidy();
        service.assertNothingIsThereBut(List.of());
    }

    @Test
    default void ofAnAttemptAndManyWhoSettleItAtOnceAllSayTheSame() {
        for (int i = 0; i < 10; i++) {
            TestService service = service();
            ImageId id = service.freshId();
            byte[] bytes = ImageMaker.png(50, 50);

            List<Optional<ImageId>> answers = AtOnce.call(
                    4, number -> (number == 0 ? uploaded(service, id, bytes) : settle(service, id)).map(Image::id));

            assertThat(answers).containsOnly(answers.getFirst());
            service.tidy();
            service.assertNothingIsThereBut(answers.getFirst().stream().toList());
        }
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    default void aReservationMadeAgainIsTheOneThatIsThereAndItsLinkIsOfUse(Method method) {
        TestService service = service();
        byte[] bytes = ImageMaker.png(50, 50);
        ImageId id = service.freshId();
        PendingImage first =
                TestService.done(service.reserve(id, method, bytes)).image();
        service.clock().advance(Duration.ofMinutes(20));

        Reservation again = TestService.done(service.reserve(id, method, bytes));

        assertThat(again.image()).isEqualTo(first);
        assertThat(service.uploads(id)).hasSize(method == Method.PARTS ? 1 : 0);
        assertThat(again.life()).isEqualTo(Duration.ofMinutes(40));
        assertThat(service.send(again.link(), bytes).isSuccess()).isTrue();
        assertThat(TestService.done(service.complete(id)).id()).isEqualTo(id);
        assertTooLate(() -> service.reserve(id, method, bytes));
    }

    @Test
    default void anExpiredReservationIsNotMadeAgain() {
        TestService service = service();
        ImageId id = service.freshId();
        TestService.done(service.reserve(id, Method.POST, ImageMaker.png(50, 50)));
        service.clock().advance(Duration.ofHours(1));

        assertThat(service.reserve(id, Method.POST, ImageMaker.png(50, 50))).isInstanceOf(Outcome.NotFound.class);
    }

    private static Optional<Image> settle(TestService service, ImageId id) {
        return service.cases().settleAttempt().settle(id);
    }

    private static Optional<Image> uploaded(TestService service, ImageId id, byte[] bytes) {
        try {
            return Optional.of(TestService.done(service.upload(id, bytes, ImageDetails.NONE, null)));
        } catch (StorageException tooLate) {
            assertThat(tooLate.kind()).isEqualTo(StorageException.Kind.UNAVAILABLE);
            return Optional.empty();
        }
    }

    private static void assertTooLate(ThrowingCallable attempt) {
        assertThatThrownBy(attempt).isInstanceOfSatisfying(StorageException.class, e -> assertThat(e.kind())
                .isEqualTo(StorageException.Kind.UNAVAILABLE));
    }
}
