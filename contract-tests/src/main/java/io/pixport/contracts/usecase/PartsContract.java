package io.pixport.contracts.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pixport.contracts.ImageMaker;
import io.pixport.contracts.faults.Faults.Step;
import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.Announcement;
import io.pixport.core.model.Announcement.Method;
import io.pixport.core.model.ImageDetails;
import io.pixport.core.model.ImageFormat;
import io.pixport.core.model.ImageId;
import io.pixport.core.model.OnDuplicate;
import io.pixport.core.model.Parts;
import io.pixport.core.model.PendingImage;
import io.pixport.core.port.ObjectKey;
import io.pixport.core.port.PresignedParts;
import io.pixport.core.port.StorageException;
import io.pixport.core.usecase.Outcome;
import io.pixport.core.usecase.Reconcile.Scope;
import io.pixport.core.usecase.ReserveUpload.Reservation;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Images that are uploaded in parts: what is theirs alone, besides what holds of every direct upload. */
public interface PartsContract extends UseCaseFixture {
    /** Of two parts, the second of which is small. */
    int IN_TWO_PARTS = Math.toIntExact(Parts.MIN_SIZE) + 3000;

    @Test
    default void aReservationTellsItsPartsWithALinkForEach() {
        TestService service = service();

        Reservation reservation = service.reserve(Method.PARTS, ImageFormat.JPEG, new byte[IN_TWO_PARTS]);

        PresignedParts parts = (PresignedParts) reservation.link();
        assertThat(parts.size()).isEqualTo(Parts.MIN_SIZE);
        assertThat(parts.parts()).extracting(PresignedParts.Part::number).containsExactly(1, 2);
        assertThat(parts.parts()).extracting(PresignedParts.Part::size).containsExactly(Parts.MIN_SIZE, 3000L);
        assertThat(parts.parts()).noneMatch(PresignedParts.Part::hasArrived);
    }

    @Test
    default void anUploadGoesOnWhereItStoppedAsLongAsItsReservationLives() {
        TestService service = service();
        byte[] bytes = ImageMaker.jpegOfSize(IN_TWO_PARTS);
        Reservation reservation = service.reserve(Method.PARTS, ImageFormat.JPEG, bytes);
        ImageId id = reservation.image().id();
        assertThat(service.send((PresignedParts) reservation.link(), 2, bytes).isSuccess())
                .isTrue();
        service.clock().advance(Duration.ofMinutes(59));

        assertThat(service.complete(id)).isEqualTo(new Outcome.NotArrived<>(List.of(1)));
        PresignedParts left = parts(service, id);

        assertThat(left.parts()).extracting(PresignedParts.Part::hasArrived).containsExactly(false, true);
        assertThat(service.send(left, bytes).isSuccess()).isTrue();
        assertThat(parts(service, id).parts()).allMatch(PresignedParts.Part::hasArrived);
        ActiveImage image = TestService.done(service.complete(id));
        assertThat(service.content(image)).isEqualTo(bytes);
        service.tidy();
        service.assertNothingIsThereBut(List.of(id));
    }

    private static PresignedParts parts(TestService service, ImageId id) {
        PendingImage pending =
                (PendingImage) TestService.done(service.cases().getUpload().get(id, service.owner()));
        return TestService.done(service.cases().getParts().get(pending));
    }

    @Test
    default void whatIsSentByALinkAfterCompletionHasNoEffect() {
        TestService service = service();
        byte[] bytes = ImageMaker.png(50, 50);
        Reservation reservation = service.arrived(Method.PARTS, bytes);
        ActiveImage image =
                TestService.done(service.complete(reservation.image().id()));
        byte[] other = bytes.clone();
        other[other.length / 2]++;

        service.send(reservation.link(), other);

        assertThat(service.complete(image.id())).isEqualTo(new Outcome.Done<>(image));
        assertThat(service.content(image)).isEqualTo(bytes);
        assertThat(service.hasParts(image.id())).isFalse();
    }

    @Test
    default void aPartThatIsSentAgainAtTheLastMomentIsWhatCounts() {
        TestService service = service();
        byte[] second = ImageMaker.png(50, 50);
        byte[] first = second.clone();
        first[first.length / 2]++;
        Announcement announced = new Announcement(Method.PARTS, ImageFormat.PNG, (long) second.length, null);
        Reservation reservation = TestService.done(service.cases()
                .reserveUpload()
                .reserve(service.freshId(), service.owner(), null, ImageDetails.NONE, announced, null));
        service.send(reservation.link(), first);
        service.faults().before(Step.ASSEMBLE, () -> service.send(reservation.link(), second));

        ActiveImage image =
                TestService.done(service.complete(reservation.image().id()));

        assertThat(service.content(image)).isEqualTo(second);
    }

    @Test
    default void whoFindsNoPartsBecauseAnotherHasJustAssembledThemCompletesAsWell() {
        TestService service = service();
        ImageId id =
                service.arrived(Method.PARTS, ImageMaker.png(50, 50)).image().id();
        service.faults().before(Step.LIST_PARTS, () -> {
            service.faults().failBefore(Step.UPDATE);
            assertThatThrownBy(() -> service.complete(id)).isInstanceOf(StorageException.class);
        });

        assertThat(TestService.done(service.complete(id)).id()).isEqualTo(id);
    }

    @Test
    default void whatWasAssembledBeforeACrashIsCompletedByWhoeverHearsOfTheNewObject() {
        TestService service = service();
        ImageId id =
                service.arrived(Method.PARTS, ImageMaker.png(50, 50)).image().id();
        service.faults().failBefore(Step.UPDATE);
        assertThatThrownBy(() -> service.complete(id)).isInstanceOf(StorageException.class);
        ObjectKey arrived = ObjectKey.of(id);
        assertThat(store().describe(arrived)).isPresent();
        assertThat(parts(service, id).parts()).allMatch(PresignedParts.Part::hasArrived);

        var outcome =
                service.cases().completeUpload().complete(arrived.arrivedFor().orElseThrow(), null, OnDuplicate.KEEP);

        assertThat(TestService.done(outcome).id()).isEqualTo(id);
        assertThat(service.complete(id)).isEqualTo(outcome);
    }

    @Test
    default void whatIsSentAfterAllWasPurgedLeavesNothing() {
        TestService service = service();
        byte[] bytes = ImageMaker.png(50, 50);
        Reservation reservation = service.reserve(Method.PARTS, bytes);
        service.clock().advance(Duration.ofHours(1));
        service.cases().purgeExpired().run();

        service.send(reservation.link(), bytes);

        assertThat(service.complete(reservation.image().id())).isInstanceOf(Outcome.NotFound.class);
        service.assertNothingIsThereBut(List.of());
    }

    @Test
    default void anUploadThatNoReservationKnowsOfIsEndedByTheReconcilerInTimeAndNoOtherIs() {
        TestService service = service();
        service.faults().failBefore(Step.SAVE);
        assertThatThrownBy(() -> service.reserve(Method.PARTS, ImageMaker.png(50, 50)))
                .isInstanceOf(StorageException.class);
        ImageId abandoned = service.objects().getFirst();
        ImageId awaited =
                service.arrived(Method.PARTS, ImageMaker.png(50, 50)).image().id();
        service.clock().advance(TestService.ORPHAN_AGE.minusSeconds(2));
        service.cases().reconcile().run(Scope.EVERYTHING);
        assertThat(service.objects()).containsExactly(abandoned, awaited);

        service.clock().advance(Duration.ofSeconds(2));
        Scope scope = Scope.since(abandoned.timestamp());
        var found = service.cases().reconcile().run(scope.asDryRun());
        assertThat(found.orphans()).isOne();
        assertThat(found.removed()).isZero();
        assertThat(service.hasParts(abandoned)).isTrue();

        assertThat(service.cases().reconcile().run(scope).removed()).isOne();
        assertThat(service.objects()).containsExactly(awaited);
    }

    @Test
    default void aPurgeThatCannotEndAnUploadLeavesItsRecordToALaterRun() {
        TestService service = service();
        ImageId id =
                service.arrived(Method.PARTS, ImageMaker.png(50, 50)).image().id();
        service.cases().purgeExpired().run(); // of what others have left behind
        service.clock().advance(Duration.ofHours(1));
        service.faults().failBefore(Step.ABORT_UPLOAD);

        assertThat(service.cases().purgeExpired().run().failed()).isOne();

        assertThat(service.hasParts(id)).isTrue();
        assertThat(service.complete(id)).isInstanceOf(Outcome.NotFound.class);
        service.clock().advance(Duration.ofMinutes(10));
        service.cases().purgeExpired().run();
        service.assertNothingIsThereBut(List.of());
    }
}
