package io.pixport.contracts.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.Digests;
import io.pixport.contracts.ImageMaker;
import io.pixport.contracts.Images;
import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.Announcement;
import io.pixport.core.model.Announcement.Method;
import io.pixport.core.model.ImageDetails;
import io.pixport.core.model.ImageFormat;
import io.pixport.core.model.ImageId;
import io.pixport.core.model.OnDuplicate;
import io.pixport.core.model.RejectedImage;
import io.pixport.core.model.Violation;
import io.pixport.core.port.ObjectKey;
import io.pixport.core.usecase.Outcome;
import io.pixport.core.usecase.Reconcile.Scope;
import io.pixport.core.usecase.ReserveUpload.Reservation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Making an image of what has arrived for a reservation. */
public interface CompleteContract extends UseCaseFixture {
    @ParameterizedTest
    @MethodSource("io.pixport.contracts.usecase.UploadContract#goodImages")
    default void anImageThatArrivedByALinkIsThereWholeAndListedOnceItIsComplete(String name) {
        assertBecomesAnImage(Method.PUT, Images.bytes(name));
    }

    @ParameterizedTest
    @MethodSource("io.pixport.contracts.usecase.UploadContract#goodImages")
    default void anImageThatArrivedByAFormIsThereWholeAndListedOnceItIsComplete(String name) {
        assertBecomesAnImage(Method.POST, Images.bytes(name));
    }

    private void assertBecomesAnImage(Method method, byte[] bytes) {
        TestService service = service();
        ActiveImage same = TestService.done(service.upload(bytes, ImageDetails.NONE, null));
        Reservation reservation = service.reserve(method, same.content().format(), bytes);
        assertThat(service.send(reservation.link(), bytes).isSuccess()).isTrue();
        assertThat(service.images()).containsExactly(same);
        Instant now = service.clock().advance(Duration.ofMinutes(1));

        ActiveImage image =
                TestService.done(service.complete(reservation.image().id()));

        assertThat(image.content()).isEqualTo(same.content());
        assertThat(image.uploadedAt()).isEqualTo(now).isEqualTo(image.updatedAt());
        assertThat(service.get(image.id())).contains(image);
        assertThat(service.content(image)).isEqualTo(bytes);
        assertThat(TestService.done(service.cases().getUpload().get(image.id(), null)))
                .isEqualTo(image);
        listed(() -> assertThat(service.images()).containsExactly(image, same));
        assertThat(service.hasUploaded(image.id())).isFalse();
        service.tidy();
        service.assertNothingIsThereBut(List.of(same.id(), image.id()));
    }

    @ParameterizedTest
    @MethodSource("io.pixport.contracts.usecase.UploadContract#badImages")
    default void whatIsNoImageIsRejectedWithTheReasonAndItsBytesAreRemoved(String name) {
        TestService service = service();

        assertRejected(
                service,
                service.arrived(Method.POST, Images.bytes(name)).image().id());
    }

    /** The reasons that it tells, now and again. */
    private static List<Violation> assertRejected(TestService service, ImageId id) {
        Outcome<ActiveImage> outcome = service.complete(id);

        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        List<Violation> reasons = ((Outcome.Refused<ActiveImage>) outcome).violations();
        assertThat(service.objects()).isEmpty();
        assertThat(service.get(id)).isEmpty();
        assertThat(service.images()).isEmpty();
        assertThat(service.complete(id)).isEqualTo(outcome);
        assertThat(TestService.done(service.cases().getUpload().get(id, service.owner())))
                .isInstanceOfSatisfying(RejectedImage.class, rejected -> assertThat(rejected.reasons())
                        .isEqualTo(reasons));
        return reasons;
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    default void anotherFormatThanAnnouncedIsRejected(Method method) {
        TestService service = service();
        ImageId id = service.arrived(method, ImageMaker.jpeg(50, 50)).image().id();

        assertThat(assertRejected(service, id)).extracting(Violation::field).containsExactly("content_type");
    }

    @Test
    default void anotherDigestThanAnnouncedIsRejected() {
        TestService service = service();
        Announcement announced =
                new Announcement(Method.POST, ImageFormat.PNG, null, Digests.sha256(ImageMaker.png(50, 50)));
        Reservation reservation = TestService.done(service.cases()
                .reserveUpload()
                .reserve(service.freshId(), service.owner(), null, ImageDetails.NONE, announced, null));
        service.send(reservation.link(), ImageMaker.png(50, 50));

        assertThat(assertRejected(service, reservation.image().id()))
                .extracting(Violation::field)
                .containsExactly("sha256");
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    default void aRejectedReservationIsForgottenWhenItExpires(Method method) {
        TestService service = service();
        byte[] bytes = Images.bytes("bad/truncated.png");
        Reservation reservation = service.arrived(method, bytes);
        ImageId id = reservation.image().id();
        assertRejected(service, id);
        service.send(reservation.link(), bytes);

        service.clock().advance(Duration.ofHours(1));

        assertThat(service.complete(id)).isInstanceOf(Outcome.NotFound.class);
        assertThat(service.cases().getUpload().get(id, null)).isInstanceOf(Outcome.NotFound.class);
        service.cases().purgeExpired().run();
        assertThat(service.objects()).isEmpty();
        assertThat(repository().find(id)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    default void whileNothingHasArrivedTheReservationStays(Method method) {
        TestService service = service();
        byte[] bytes = ImageMaker.png(50, 50);
        Reservation reservation = service.reserve(method, bytes);
        ImageId id = reservation.image().id();

        assertThat(service.complete(id)).isInstanceOf(Outcome.NotArrived.class);
        assertThat(TestService.done(service.cases().getUpload().get(id, null))).isEqualTo(reservation.image());
        service.send(reservation.link(), bytes);
        assertThat(service.content(TestService.done(service.complete(id)))).isEqualTo(bytes);
    }

    @Test
    default void whatWasNeverReservedCannotBeCompleted() {
        TestService service = service();

        assertThat(service.complete(service.freshId())).isInstanceOf(Outcome.NotFound.class);
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    default void completingAgainAnswersTheSameImage(Method method) {
        TestService service = service();
        ImageId id = service.arrived(method, ImageMaker.png(50, 50)).image().id();
        ActiveImage image = TestService.done(service.complete(id));
        service.clock().advance(Duration.ofHours(2));

        assertThat(service.complete(id)).isEqualTo(new Outcome.Done<>(image));
    }

    @ParameterizedTest
    @EnumSource(
            value = Method.class,
            names = {"PUT", "POST"})
    default void whoeverHearsOfTheNewObjectCanCompleteItByItsKey(Method method) {
        TestService service = service();
        ImageId id = service.arrived(method, ImageMaker.png(50, 50)).image().id();
        ObjectKey arrived = method == Method.PUT ? ObjectKey.of(id) : ObjectKey.uploaded(id);
        assertThat(store().describe(arrived)).isPresent();

        var outcome =
                service.cases().completeUpload().complete(arrived.arrivedFor().orElseThrow(), null, OnDuplicate.KEEP);

        assertThat(TestService.done(outcome).id()).isEqualTo(id);
        assertThat(service.complete(id)).isEqualTo(outcome);
    }

    @Test
    default void anImageThatWasUploadedOtherwiseIsAsCompleteAsItGets() {
        TestService service = service();
        ActiveImage image = service.upload();

        assertThat(service.complete(image.id())).isEqualTo(new Outcome.Done<>(image));
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    default void aDeletedImageCannotBeCompletedAgain(Method method) {
        TestService service = service();
        byte[] bytes = ImageMaker.png(50, 50);
        Reservation reservation = service.arrived(method, bytes);
        ImageId id = reservation.image().id();
        TestService.done(service.complete(id));

        TestService.done(service.cases().deleteImage().delete(id, null, null));
        assertThat(service.complete(id)).isInstanceOf(Outcome.NotFound.class);
        assertThat(service.cases().getUpload().get(id, null)).isInstanceOf(Outcome.NotFound.class);

        TestService.done(service.cases().eraseImage().erase(id, null, null));
        service.send(reservation.link(), bytes);
        assertThat(service.complete(id)).isInstanceOf(Outcome.NotFound.class);
        assertThat(service.get(id)).isEmpty();
        service.tidy();
        service.assertNothingIsThereBut(List.of());
    }

    @Test
    default void aLinkCannotChangeTheImageOnceItIsComplete() {
        TestService service = service();
        byte[] bytes = ImageMaker.png(50, 50);
        Reservation reservation = service.arrived(Method.PUT, bytes);
        ActiveImage image =
                TestService.done(service.complete(reservation.image().id()));

        assertThat(service.send(reservation.link(), ImageMaker.png(50, 50)).isRefusal())
                .isTrue();
        assertThat(service.send(reservation.link(), bytes).isRefusal()).isTrue();

        assertThat(service.content(image)).isEqualTo(bytes);
        service.assertAnswersAgree();
    }

    @Test
    default void aFormCannotChangeTheImageOnceItIsCompleteAndWhatItLeavesIsRemovedInTime() {
        TestService service = service();
        byte[] bytes = ImageMaker.png(50, 50);
        Reservation reservation = service.arrived(Method.POST, bytes);
        ActiveImage image =
                TestService.done(service.complete(reservation.image().id()));

        service.send(reservation.link(), ImageMaker.png(50, 50));

        assertThat(service.complete(image.id())).isEqualTo(new Outcome.Done<>(image));
        assertThat(service.content(image)).isEqualTo(bytes);
        service.clock().advance(TestService.ORPHAN_AGE);
        Scope scope = Scope.since(image.id().timestamp());
        var found = service.cases().reconcile().run(scope.asDryRun());
        assertThat(found.orphans()).isOne();
        assertThat(found.removed()).isZero();
        assertThat(service.hasUploaded(image.id())).isTrue();
        assertThat(service.cases().reconcile().run(scope).removed()).isOne();
        service.assertNothingIsThereBut(List.of(image.id()));
    }

    @Test
    default void aFormThatIsPostedAgainBeforeItIsCompleteReplacesWhatItPut() {
        TestService service = service();
        byte[] second = ImageMaker.png(50, 50);
        Reservation reservation = service.arrived(Method.POST, Images.bytes("bad/truncated.png"));
        service.send(reservation.link(), second);

        ActiveImage image =
                TestService.done(service.complete(reservation.image().id()));

        assertThat(service.content(image)).isEqualTo(second);
    }

    @Test
    default void theReconcilerLeavesBytesThatAReservationStillWaitsFor() {
        TestService service = service();
        ImageId id =
                service.arrived(Method.POST, ImageMaker.png(50, 50)).image().id();
        service.clock().advance(TestService.ORPHAN_AGE);

        service.cases().reconcile().run(Scope.EVERYTHING);

        assertThat(service.hasUploaded(id)).isTrue();
        service.cases().purgeExpired().run();
        assertThat(service.hasUploaded(id)).isFalse();
    }

    @Test
    default void aLargeImageIsComplete() {
        TestService service = service();
        byte[] bytes = ImageMaker.jpegOfSize(10 * 1024 * 1024);
        for (Method method : Method.values()) {
            Reservation reservation = service.reserve(method, ImageFormat.JPEG, bytes);
            assertThat(service.send(reservation.link(), bytes).isSuccess()).isTrue();

            ActiveImage image =
                    TestService.done(service.complete(reservation.image().id()));

            assertThat(service.content(image)).isEqualTo(bytes);
        }
    }
}
