package io.pixport.contracts.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.Digests;
import io.pixport.contracts.Fresh;
import io.pixport.contracts.ImageMaker;
import io.pixport.core.model.Announcement;
import io.pixport.core.model.Announcement.Method;
import io.pixport.core.model.FileName;
import io.pixport.core.model.ImageDetails;
import io.pixport.core.model.ImageFormat;
import io.pixport.core.model.ImageId;
import io.pixport.core.model.OnDuplicate;
import io.pixport.core.model.PendingImage;
import io.pixport.core.model.Violation;
import io.pixport.core.usecase.Outcome;
import io.pixport.core.usecase.ReserveUpload.Reservation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Reserving an id for bytes that go straight to the store, and looking after it. */
public interface ReserveContract extends UseCaseFixture {
    @ParameterizedTest
    @EnumSource(Method.class)
    default void aReservationIsSeenByItsUploadAloneAndIsNoImageYet(Method method) {
        TestService service = service();
        PendingImage pending = service.reserve(method, ImageMaker.png(50, 50)).image();
        ImageId id = pending.id();

        assertThat(TestService.done(service.cases().getUpload().get(id, service.owner())))
                .isEqualTo(pending);
        assertThat(service.get(id)).isEmpty();
        assertThat(service.images()).isEmpty();
        assertThat(service.cases().deleteImage().delete(id, null, null)).isInstanceOf(Outcome.NotFound.class);
        assertThat(service.cases().eraseImage().erase(id, null, null)).isInstanceOf(Outcome.NotFound.class);
        assertThat(service.cases().restoreImage().restore(id, null)).isInstanceOf(Outcome.NotFound.class);
        assertThat(TestService.done(service.cases().getUpload().get(id, null))).isEqualTo(pending);
    }

    @Test
    default void aReservationKeepsWhatWasAnnounced() {
        TestService service = service();
        ImageDetails details =
                new ImageDetails("Title", "Two\nlines", "A noise", List.of(Fresh.tag()), Map.of("camera", "X100V"));
        Announcement announced = new Announcement(Method.PUT, ImageFormat.GIF, 5000L, Digests.sha256(Fresh.bytes(10)));

        Reservation reservation = TestService.done(service.cases()
                .reserveUpload()
                .reserve(
                        service.freshId(),
                        service.owner(),
                        new FileName("a.gif"),
                        details,
                        announced,
                        Duration.ofMinutes(5)));

        PendingImage pending = reservation.image();
        assertThat(pending.owner()).isEqualTo(service.owner());
        assertThat(pending.fileName()).isEqualTo(new FileName("a.gif"));
        assertThat(pending.details()).isEqualTo(details);
        assertThat(pending.announced()).isEqualTo(announced);
        assertThat(pending.expiry()).isEqualTo(service.clock().instant().plus(Duration.ofMinutes(5)));
        assertThat(reservation.life()).isEqualTo(Duration.ofMinutes(5));
        assertThat(TestService.done(service.cases().getUpload().get(pending.id(), null)))
                .isEqualTo(pending);
    }

    @Test
    default void everyLimitThatAReservationBreaksIsSaidAtOnceAndNothingIsReserved() {
        TestService service = service();
        Announcement tooLarge = new Announcement(Method.POST, ImageFormat.PNG, 10_485_761L, null);

        var outcome = service.cases()
                .reserveUpload()
                .reserve(
                        service.freshId(),
                        service.owner(),
                        new FileName("f".repeat(256)),
                        ImageDetails.NONE.withTitle("t".repeat(201)),
                        tooLarge,
                        Duration.ofSeconds(3601));

        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        assertThat(((Outcome.Refused<Reservation>) outcome).violations())
                .extracting(Violation::field)
                .containsExactlyInAnyOrder("file_name", "title", "size", "expires_in");
        assertThat(service.expiring()).isEmpty();
    }

    @Test
    default void aFormAdmitsNoMoreThanWasAnnounced() {
        TestService service = service();
        byte[] bytes = ImageMaker.png(50, 50);
        Announcement announced = new Announcement(Method.POST, ImageFormat.PNG, bytes.length - 1L, null);
        Reservation reservation = TestService.done(service.cases()
                .reserveUpload()
                .reserve(service.freshId(), service.owner(), null, ImageDetails.NONE, announced, null));

        assertThat(service.send(reservation.link(), bytes).isRefusal()).isTrue();
        assertThat(service.objects()).isEmpty();
    }

    @Test
    default void aReservationIsItsOwnersAlone() {
        TestService service = service();
        ImageId id = service.arrived(Method.PUT, ImageMaker.png(50, 50)).image().id();

        assertThat(service.cases().getUpload().get(id, Fresh.user())).isInstanceOf(Outcome.NotOwner.class);
        assertThat(service.cases().completeUpload().complete(id, Fresh.user(), OnDuplicate.KEEP))
                .isInstanceOf(Outcome.NotOwner.class);
        assertThat(TestService.done(service.complete(id)).owner()).isEqualTo(service.owner());
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    default void anExpiredReservationIsNotFoundAndPurgedWithWhateverHasArrived(Method method) {
        TestService service = service();
        ImageId id = service.arrived(method, ImageMaker.png(50, 50)).image().id();
        service.clock().advance(Duration.ofHours(1).minusMillis(1));
        service.cases().purgeExpired().run();
        assertThat(TestService.done(service.cases().getUpload().get(id, null))).isInstanceOf(PendingImage.class);

        service.clock().advance(Duration.ofMillis(1));

        assertThat(service.cases().getUpload().get(id, null)).isInstanceOf(Outcome.NotFound.class);
        assertThat(service.complete(id)).isInstanceOf(Outcome.NotFound.class);
        assertThat(service.objects()).containsExactly(id);
        service.cases().purgeExpired().run();
        assertThat(service.objects()).isEmpty();
        assertThat(repository().find(id)).isEmpty();
        assertThat(service.complete(id)).isInstanceOf(Outcome.NotFound.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Method.class,
            names = {"PUT", "POST"})
    default void bytesThatArriveAfterAllWasPurgedAreRemovedByTheReconciler(Method method) {
        TestService service = service();
        byte[] bytes = ImageMaker.png(50, 50);
        Reservation reservation = service.reserve(method, bytes);
        service.clock().advance(Duration.ofHours(1));
        service.cases().purgeExpired().run();
        assertThat(service.send(reservation.link(), bytes).isSuccess()).isTrue();

        assertThat(service.complete(reservation.image().id())).isInstanceOf(Outcome.NotFound.class);
        assertThat(service.objects()).containsExactly(reservation.image().id());
        service.tidy();
        service.assertNothingIsThereBut(List.of());
    }
}
