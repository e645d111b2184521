package io.pixport.contracts.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.AtOnce;
import io.pixport.contracts.Fresh;
import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.ImageId;
import io.pixport.core.model.Tag;
import io.pixport.core.model.TrashedImage;
import io.pixport.core.model.UserId;
import io.pixport.core.usecase.Outcome;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Deleting an image to the trash or for good, and taking it out of the trash. */
public interface DeleteAndRestoreContract extends UseCaseFixture {
    @Test
    default void aDeletedImageIsInItsOwnersTrashWithItsBytes() {
        TestService service = service();
        ActiveImage image = service.upload(Fresh.tag());

        assertThat(delete(service, image.id(), null, null)).isEqualTo(new Outcome.Done<>(image.id()));

        assertThat(service.images()).isEmpty();
        assertThat(service.trash()).extracting(TrashedImage::id).containsExactly(image.id());
        assertThat(service.trash().getFirst().purgeAt())
                .isEqualTo(service.clock().instant().plus(Duration.ofHours(1)));
        assertThat(service.hasBytes(image.id())).isTrue();
    }

    @Test
    default void whatIsInTheTrashIsNotFoundByAnotherDelete() {
        TestService service = service();
        ImageId id = service.upload().id();
        TestService.done(delete(service, id, null, null));

        assertThat(delete(service, id, null, null)).isInstanceOf(Outcome.NotFound.class);

        assertThat(service.trash()).hasSize(1);
    }

    @Test
    default void withoutRetentionADeleteErasesAtOnce() {
        TestService service = new TestService(this, Duration.ZERO);
        ImageId id = service.upload().id();

        assertThat(delete(service, id, service.owner(), 1L)).isEqualTo(new Outcome.Done<>(id));

        assertThat(service.trash()).isEmpty();
        assertThat(service.hasBytes(id)).isFalse();
        assertThat(repository().find(id)).isEmpty();
    }

    @Test
    default void onlyTheOwnerOrNobodyInParticularMayDelete() {
        TestService service = service();
        ImageId first = service.upload().id();
        ImageId second = service.upload().id();

        assertThat(delete(service, first, Fresh.user(), null)).isInstanceOf(Outcome.NotOwner.class);
        assertThat(erase(service, first, Fresh.user(), null)).isInstanceOf(Outcome.NotOwner.class);
        assertThat(service.get(first)).isPresent();

        assertThat(delete(service, first, service.owner(), null)).isInstanceOf(Outcome.Done.class);
        assertThat(delete(service, second, null, null)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    default void aDeleteOfAnotherVersionThanExpectedIsAMismatch() {
        TestService service = service();
        ImageId id = service.upload().id();

        assertThat(delete(service, id, null, 2L)).isEqualTo(new Outcome.VersionMismatch<>(1));
        assertThat(erase(service, id, null, 2L)).isEqualTo(new Outcome.VersionMismatch<>(1));

        assertThat(service.get(id)).isPresent();
    }

    @Test
    default void anErasedImageIsGoneWithItsBytes() {
        TestService service = service();
        ImageId id = service.upload(Fresh.tag()).id();

        assertThat(erase(service, id, service.owner(), 1L)).isEqualTo(new Outcome.Done<>(id));

        assertThat(service.get(id)).isEmpty();
        assertThat(service.images()).isEmpty();
        assertThat(service.trash()).isEmpty();
        assertThat(service.hasBytes(id)).isFalse();
        assertThat(repository().find(id)).isEmpty();
        assertThat(erase(service, id, null, null)).isInstanceOf(Outcome.NotFound.class);
    }

    @Test
    default void whatIsInTheTrashCanBeErased() {
        TestService service = service();
        ImageId id = service.upload().id();
        TestService.done(delete(service, id, null, null));

        assertThat(erase(service, id, service.owner(), 2L)).isEqualTo(new Outcome.Done<>(id));

        assertThat(service.trash()).isEmpty();
        assertThat(service.hasBytes(id)).isFalse();
        assertThat(restore(service, id, null)).isInstanceOf(Outcome.NotFound.class);
    }

    /** Deletes of the very same millisecond are one and the same, so more than one of them may be told that it is done. */
    @Test
    default void manyDeletesAtOnceAreOne() {
        TestService service = service();
        ImageId id = service.upload().id();

        List<Outcome<ImageId>> outcomes = AtOnce.call(8, i -> delete(service, id, null, null));

        assertThat(outcomes).contains(new Outcome.Done<>(id));
        assertThat(outcomes)
                .allMatch(outcome ->
                        outcome instanceof Outcome.Done<ImageId> || outcome instanceof Outcome.NotFound<ImageId>);
        assertThat(service.trash()).hasSize(1);
        assertThat(service.trash().getFirst().version()).isEqualTo(2);
    }

    @Test
    default void aRestoredImageIsAsItWas() {
        TestService service = service();
        Tag tag = Fresh.tag();
        ActiveImage image = service.upload(tag);
        TestService.done(delete(service, image.id(), null, null));
        service.clock().advance(Duration.ofMinutes(59));

        ActiveImage restored = TestService.done(restore(service, image.id(), service.owner()));

        assertThat(restored.details()).isEqualTo(image.details());
        assertThat(restored.content()).isEqualTo(image.content());
        assertThat(restored.uploadedAt()).isEqualTo(image.uploadedAt());
        assertThat(restored.version()).isEqualTo(3);
        assertThat(service.trash()).isEmpty();
        listed(() -> assertThat(service.images()).containsExactly(restored));
        service.assertAnswersAgree();
    }

    @Test
    default void restoringWhatIsRestoredChangesNothing() {
        TestService service = service();
        ImageId id = service.upload().id();
        TestService.done(delete(service, id, null, null));
        ActiveImage restored = TestService.done(restore(service, id, null));

        assertThat(restore(service, id, null)).isEqualTo(new Outcome.Done<>(restored));

        assertThat(service.get(id)).contains(restored);
    }

    @Test
    default void onlyTheOwnerOrNobodyInParticularMayRestore() {
        TestService service = service();
        ImageId id = service.upload().id();
        TestService.done(delete(service, id, null, null));

        assertThat(restore(service, id, Fresh.user())).isInstanceOf(Outcome.NotOwner.class);
        assertThat(service.trash()).hasSize(1);
        assertThat(restore(service, id, service.owner())).isInstanceOf(Outcome.Done.class);
    }

    @Test
    default void whatHasExpiredCannotBeRestoredWhetherPurgedOrNot() {
        TestService service = service();
        ImageId id = service.upload().id();
        TestService.done(delete(service, id, null, null));
        service.clock().advance(Duration.ofHours(1));

        assertThat(restore(service, id, service.owner())).isInstanceOf(Outcome.NotFound.class);
        service.cases().purgeExpired().run();
        assertThat(restore(service, id, service.owner())).isInstanceOf(Outcome.NotFound.class);
    }

    @Test
    default void theTrashIsShownToItsOwnerOrNobodyInParticular() {
        TestService service = service();
        ImageId first = service.upload().id();
        ImageId second = service.upload().id();
        TestService.done(delete(service, second, null, null));
        service.clock().advance(Duration.ofSeconds(1));
        TestService.done(delete(service, first, null, null));
        var listTrash = service.cases().listTrash();

        assertThat(listTrash.list(service.owner(), Fresh.user(), null, 10)).isInstanceOf(Outcome.NotOwner.class);
        assertThat(TestService.done(listTrash.list(service.owner(), null, null, 10))
                        .items())
                .extracting(TrashedImage::id)
                .containsExactly(first, second);
    }

    private static Outcome<ImageId> delete(
            TestService service, ImageId id, @Nullable UserId caller, @Nullable Long expectedVersion) {
        return service.cases().deleteImage().delete(id, caller, expectedVersion);
    }

    private static Outcome<ImageId> erase(
            TestService service, ImageId id, @Nullable UserId caller, @Nullable Long expectedVersion) {
        return service.cases().eraseImage().erase(id, caller, expectedVersion);
    }

    private static Outcome<ActiveImage> restore(TestService service, ImageId id, @Nullable UserId caller) {
        return service.cases().restoreImage().restore(id, caller);
    }
}
