package io.pixport.contracts.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pixport.contracts.AtOnce;
import io.pixport.contracts.Fresh;
import io.pixport.contracts.ImageMaker;
import io.pixport.contracts.faults.Faults.Step;
import io.pixport.contracts.store.BytesPayload;
import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.ImageDetails;
import io.pixport.core.model.ImageFormat;
import io.pixport.core.model.ImageId;
import io.pixport.core.model.MissingImage;
import io.pixport.core.model.PendingImage;
import io.pixport.core.port.ObjectKey;
import io.pixport.core.port.StorageException;
import io.pixport.core.usecase.Reconcile;
import io.pixport.core.usecase.Reconcile.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holding bytes and records together. */
public interface ReconcileContract extends UseCaseFixture {
    @Test
    default void bytesWithoutARecordAreRemovedOnceTheyAreOldEnough() {
        TestService service = service();
        ImageId orphan = service.orphan();
        assertThat(service.get(orphan)).isEmpty();
        service.clock().advance(TestService.ORPHAN_AGE.minusMinutes(1));
        service.cases().reconcile().run(Scope.EVERYTHING);
        assertThat(service.objects()).containsExactly(orphan);

        service.clock().advance(Duration.ofMinutes(1));
        Reconcile.Report report = service.cases().reconcile().run(Scope.EVERYTHING);

        assertThat(report.orphans()).isPositive();
        assertThat(report.removed()).isEqualTo(report.orphans());
        assertThat(service.objects()).isEmpty();
        assertThat(service.get(orphan)).isEmpty();
    }

    @Test
    default void aDryRunFindsTheSameAndRemovesNothing() {
        TestService service = service();
        ActiveImage image = service.upload();
        ImageId orphan = service.orphan();
        store().delete(ObjectKey.of(image.id()));
        service.clock().advance(Duration.ofHours(3));
        Scope scope = Scope.since(image.id().timestamp());

        Reconcile.Report found = service.cases().reconcile().run(scope.asDryRun());
        assertThat(service.objects()).containsExactly(orphan);
        assertThat(repository().find(orphan)).isEmpty();
        assertThat(service.get(image.id())).contains(image);
        Reconcile.Report done = service.cases().reconcile().run(scope);

        assertThat(found.removed()).isZero();
        assertThat(found.missing()).contains(image.id());
        assertThat(found).usingRecursiveComparison().ignoringFields("removed").isEqualTo(done);
        assertThat(done.removed()).isEqualTo(found.orphans()).isPositive();
        assertThat(repository().find(image.id())).get().isInstanceOf(MissingImage.class);
    }

    @Test
    default void aRunCanBeginWhereTheOneBeforeEnded() {
        TestService service = service();
        ImageId before = service.orphan();
        service.clock().advance(TestService.ORPHAN_AGE);
        Instant end = service.cases()
                .reconcile()
                .run(Scope.since(before.timestamp()).asDryRun())
                .until();
        ImageId young = service.orphan();
        service.clock().advance(TestService.ORPHAN_AGE);

        Reconcile.Report next = service.cases().reconcile().run(Scope.since(end));

        assertThat(end).isAfter(before.timestamp()).isBefore(young.timestamp());
        assertThat(next.until()).isAfter(young.timestamp());
        assertThat(service.objects()).containsExactly(before);
    }

    @Test
    default void everyObjectAndImageOfTheScopeIsLookedAtOnce() {
        TestService service = service();
        ImageId first = service.upload().id();
        ImageId trashed = service.upload().id();
        ImageId last = service.upload().id();
        TestService.done(service.cases().deleteImage().delete(trashed, null, null));
        service.clock().advance(TestService.ORPHAN_AGE);

        Reconcile.Report report = service.cases().reconcile().run(Scope.since(first.timestamp()));

        assertThat(report.objects()).isEqualTo(report.images() + 1).isEqualTo(3);
        assertThat(report.orphans()).isZero();
        assertThat(report.missing()).doesNotContain(first, trashed, last);
    }

    @Test
    default void theBarOfARemovedOrphanIsClearedAwayAtLast() {
        TestService service = service();
        ImageId orphan = service.orphan();

        service.tidy();

        assertThat(repository().find(orphan)).isEmpty();
        service.assertNothingIsThereBut(List.of());
    }

    @Test
    default void theBytesOfEveryRecordStay() {
        TestService service = service();
        ImageId active = service.upload().id();
        ImageId trashed = service.upload().id();
        ImageId pending = service.freshId();
        TestService.done(service.cases().deleteImage().delete(trashed, null, null));
        save(new PendingImage(
                pending,
                service.owner(),
                null,
                ImageDetails.NONE,
                TestService.ANY_PNG,
                service.clock().instant().plus(Duration.ofDays(1)),
                1));
        store().put(ObjectKey.of(pending), new BytesPayload(ImageMaker.png(50, 50)), ImageFormat.PNG);
        service.clock().advance(Duration.ofHours(3));

        service.cases().reconcile().run(Scope.EVERYTHING);

        assertThat(service.objects()).containsExactly(active, trashed, pending);
    }

    @Test
    default void anImageWithoutBytesIsReportedByEachRunAndShownToNobody() {
        TestService service = service();
        ActiveImage image = service.upload();
        ActiveImage sound = service.upload();
        store().delete(ObjectKey.of(image.id()));
        service.clock().advance(Duration.ofHours(3));

        Reconcile.Report first = service.cases().reconcile().run(Scope.EVERYTHING);
        Reconcile.Report second = service.cases().reconcile().run(Scope.since(first.until()));

        assertThat(first.missing()).contains(image.id()).doesNotContain(sound.id());
        assertThat(second.missing()).contains(image.id()).doesNotContain(sound.id());
        assertThat(service.get(image.id())).isEmpty();
        assertThat(service.images()).containsExactly(sound);
        assertThat(repository().find(image.id())).get().isInstanceOf(MissingImage.class);
    }

    @Test
    default void anImageIsBackWhenItsBytesAre() {
        TestService service = service();
        ActiveImage image = service.upload(Fresh.tag());
        byte[] bytes = service.content(image);
        store().delete(ObjectKey.of(image.id()));
        service.clock().advance(Duration.ofHours(3));
        service.cases().reconcile().run(Scope.EVERYTHING);
        store().put(ObjectKey.of(image.id()), new BytesPayload(bytes), ImageFormat.PNG);

        Reconcile.Report report = service.cases().reconcile().run(Scope.EVERYTHING);

        assertThat(report.found()).isPositive();
        assertThat(report.missing()).doesNotContain(image.id());
        assertThat(service.images()).singleElement().satisfies(back -> {
            assertThat(back.details()).isEqualTo(image.details());
            assertThat(service.content(back)).isEqualTo(bytes);
        });
        service.assertAnswersAgree();
    }

    @Test
    default void anImageWithoutBytesCanBeErased() {
        TestService service = service();
        ActiveImage image = service.upload();
        store().delete(ObjectKey.of(image.id()));
        service.clock().advance(Duration.ofHours(3));
        service.cases().reconcile().run(Scope.EVERYTHING);

        TestService.done(service.cases().eraseImage().erase(image.id(), service.owner(), null));

        assertThat(repository().find(image.id())).isEmpty();
    }

    @Test
    default void objectsThatAreNoImagesAreLeftAlone() {
        TestService service = service();
        ObjectKey other = Fresh.key();
        byte[] bytes = Fresh.bytes(100);
        put(other, bytes);
        service.clock().advance(Duration.ofHours(3));

        service.cases().reconcile().run(Scope.EVERYTHING);

        assertThat(read(other)).contains(bytes);
    }

    @Test
    default void severalReconcilersAtOnceDoNoHarm() {
        TestService service = service();
        ImageId kept = service.upload().id();
        for (int i = 0; i < 5; i++) {
            service.orphan();
        }
        service.clock().advance(TestService.ORPHAN_AGE);

        AtOnce.call(4, i -> service.cases().reconcile().run(Scope.EVERYTHING));
        service.cases().reconcile().run(Scope.EVERYTHING);

        assertThat(service.objects()).containsExactly(kept);
    }

    @Test
    default void anUploadThatTakesTooLongForItsBytesFailsAndLeavesNothing() {
        TestService service = service();
        service.faults().after(Step.PUT, () -> service.clock().advance(Duration.ofMinutes(11)));

        assertUnavailable(service);

        assertThat(service.images()).isEmpty();
        service.tidy();
        service.assertNothingIsThereBut(List.of());
    }

    @Test
    default void anUploadWhoseRecordIsSavedLateFailsInsteadOfLeavingARecordWithoutBytes() {
        TestService service = service();
        service.faults().before(Step.SAVE, () -> {
            service.clock().advance(TestService.ORPHAN_AGE);
            service.cases().reconcile().run(Scope.EVERYTHING);
        });

        assertUnavailable(service);

        assertThat(service.images()).isEmpty();
        assertThat(service.objects()).isEmpty();
        service.tidy();
        service.assertNothingIsThereBut(List.of());
    }

    @Test
    default void anUploadWhoseRecordIsSavedBetweenTheLookAndTheRemovalKeepsItsBytes() {
        TestService service = service();
        ImageId orphan = service.orphan();
        ActiveImage uploaded = ActiveImage.uploaded(
                orphan,
                service.owner(),
                null,
                ImageDetails.NONE,
                service.upload().content());
        service.clock().advance(TestService.ORPHAN_AGE);
        service.faults().after(Step.FIND, () -> save(uploaded));

        service.cases().reconcile().run(Scope.EVERYTHING);

        assertThat(service.get(orphan)).contains(uploaded);
        assertThat(service.hasBytes(orphan)).isTrue();
    }

    @Test
    default void reconcilersBesideUploadsTakeNothingAway() {
        TestService service = service();

        AtOnce.call(8, i -> i % 4 == 0 ? service.cases().reconcile().run(Scope.EVERYTHING) : service.upload());

        assertThat(service.objects()).hasSize(6);
        listed(() -> assertThat(service.images()).hasSize(6));
        service.assertAnswersAgree();
    }

    private static void assertUnavailable(TestService service) {
        assertThatThrownBy(service::upload).isInstanceOfSatisfying(StorageException.class, e -> assertThat(e.kind())
                .isEqualTo(StorageException.Kind.UNAVAILABLE));
    }
}
