package io.pixport.contracts.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pixport.contracts.AtOnce;
import io.pixport.contracts.ImageMaker;
import io.pixport.contracts.faults.Faults.Step;
import io.pixport.contracts.store.BytesPayload;
import io.pixport.core.model.ImageDetails;
import io.pixport.core.model.ImageFormat;
import io.pixport.core.model.ImageId;
import io.pixport.core.model.PendingImage;
import io.pixport.core.model.TrashedImage;
import io.pixport.core.port.ObjectKey;
import io.pixport.core.port.StorageException;
import io.pixport.core.usecase.PurgeExpired;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Clearing away what has expired. */
public interface PurgeContract extends UseCaseFixture {
    @Test
    default void whatHasExpiredIsGoneWithItsBytesAndNothingElseIs() {
        TestService service = service();
        ImageId kept = service.upload().id();
        ImageId expired = trash(service);
        service.clock().advance(Duration.ofMinutes(1));
        ImageId young = trash(service);
        service.clock().advance(Duration.ofMinutes(59));

        PurgeExpired.Report report = service.cases().purgeExpired().run();

        assertThat(report.purged()).isPositive();
        assertThat(report.failed()).isZero();
        assertThat(repository().find(expired)).isEmpty();
        assertThat(service.objects()).containsExactly(kept, young);
        assertThat(service.trash()).extracting(TrashedImage::id).containsExactly(young);
        service.assertAnswersAgree();
    }

    @Test
    default void aReservationThatExpiredIsGoneWithAnyBytesThatArrived() {
        TestService service = service();
        ImageId withBytes = reserve(service);
        ImageId without = reserve(service);
        store().put(ObjectKey.of(withBytes), new BytesPayload(ImageMaker.png(50, 50)), ImageFormat.PNG);
        service.clock().advance(Duration.ofMinutes(30));
        service.cases().purgeExpired().run();
        assertThat(repository().find(withBytes)).isPresent();
        assertThat(service.objects()).containsExactly(withBytes);

        service.clock().advance(Duration.ofMinutes(30));
        service.cases().purgeExpired().run();

        assertThat(repository().find(withBytes)).isEmpty();
        assertThat(repository().find(without)).isEmpty();
        assertThat(service.objects()).isEmpty();
    }

    @Test
    default void moreThanAPageOfExpiredImagesIsClearedAwayInOneRun() {
        TestService service = service();
        List<ImageId> ids = new ArrayList<>();
        for (int i = 0; i < 230; i++) {
            ids.add(reserve(service));
        }
        service.clock().advance(Duration.ofHours(1));

        service.cases().purgeExpired().run();

        assertThat(ids).allSatisfy(id -> assertThat(repository().find(id)).isEmpty());
    }

    @Test
    default void severalPurgesAtOnceDoNoHarm() {
        TestService service = service();
        ImageId kept = service.upload().id();
        for (int i = 0; i < 10; i++) {
            trash(service);
        }
        service.clock().advance(Duration.ofHours(1));

        List<PurgeExpired.Report> reports =
                AtOnce.call(4, i -> service.cases().purgeExpired().run());

        assertThat(reports).allSatisfy(report -> assertThat(report.failed()).isZero());
        assertThat(service.trash()).isEmpty();
        assertThat(service.objects()).containsExactly(kept);
    }

    @Test
    default void aRecordThatFailsHoldsUpNoOtherAndIsFinishedByALaterRun() {
        TestService service = service();
        trash(service);
        trash(service);
        service.cases().purgeExpired().run(); // of what others have left behind
        service.clock().advance(Duration.ofHours(2));
        service.faults().failBefore(Step.DELETE_RECORD);

        PurgeExpired.Report report = service.cases().purgeExpired().run();

        assertThat(report.failed()).isOne();
        assertThat(service.expiring()).hasSize(1);
        assertFinishedByALaterRun(service);
    }

    @Test
    default void removalsWhoseBytesTheStoreFailsOnAreFinishedByALaterRun() {
        TestService service = service();
        ImageId first = trash(service);
        ImageId second = trash(service);
        service.cases().purgeExpired().run(); // of what others have left behind
        service.clock().advance(Duration.ofHours(2));
        service.faults().failBefore(Step.DELETE_OBJECTS);

        PurgeExpired.Report report = service.cases().purgeExpired().run();

        assertThat(report.failed()).isEqualTo(2);
        assertThat(service.objects()).containsExactly(first, second);
        assertFinishedByALaterRun(service);
    }

    private static void assertFinishedByALaterRun(TestService service) {
        assertThat(service.trash()).isEmpty();
        service.clock().advance(Duration.ofMinutes(10));
        service.cases().purgeExpired().run();
        assertThat(service.objects()).isEmpty();
        assertThat(service.expiring()).isEmpty();
    }

    @Test
    default void aRemovalAtWorkIsLeftToWhoBeganIt() {
        TestService service = service();
        ImageId id = service.upload().id();
        service.faults().failBefore(Step.DELETE_OBJECT);
        assertThatThrownBy(() -> service.cases().eraseImage().erase(id, null, null))
                .isInstanceOf(StorageException.class);
        assertThat(service.get(id)).isEmpty();

        service.clock().advance(Duration.ofMinutes(9));
        service.cases().purgeExpired().run();
        assertThat(service.hasBytes(id)).isTrue();

        service.clock().advance(Duration.ofMinutes(1));
        service.cases().purgeExpired().run();
        assertThat(service.hasBytes(id)).isFalse();
        assertThat(repository().find(id)).isEmpty();
    }

    @Test
    default void anImageRestoredWhileItIsAboutToBePurgedStays() {
        TestService service = service();
        ImageId id = trash(service);
        service.clock().advance(Duration.ofMinutes(60));
        TrashedImage expired = (TrashedImage) repository().find(id).orElseThrow();
        service.faults()
                .before(
                        Step.UPDATE,
                        () -> replace(expired.restore(service.clock().instant())));

        service.cases().purgeExpired().run();

        assertThat(service.get(id)).isPresent();
        service.assertAnswersAgree();
    }

    private static ImageId trash(TestService service) {
        ImageId id = service.upload().id();
        return TestService.done(service.cases().deleteImage().delete(id, null, null));
    }

    private ImageId reserve(TestService service) {
        ImageId id = service.freshId();
        save(new PendingImage(
                id,
                service.owner(),
                null,
                ImageDetails.NONE,
                TestService.ANY_PNG,
                service.clock().instant().plus(Duration.ofMinutes(59)),
                1));
        return id;
    }
}
