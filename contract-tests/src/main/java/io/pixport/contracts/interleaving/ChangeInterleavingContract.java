package io.pixport.contracts.interleaving;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.Fresh;
import io.pixport.contracts.usecase.TestService;
import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.ImageId;
import io.pixport.core.model.Tag;
import io.pixport.core.port.StorageException;
import io.pixport.core.usecase.Outcome;
import io.pixport.core.usecase.Reconcile.Scope;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Changing images while others change or clear away the same. */
public interface ChangeInterleavingContract extends InterleavingFixture {
    @Test
    default void ofADeleteAndAnUpdateBothAreDoneOrTheUpdateFindsNothing() {
        ofTwo(scheduler -> {
            TestService service = interleaved(scheduler);
            Tag added = Fresh.tag();
            ImageId id = service.upload(Fresh.tag()).id();

            List<Outcome<?>> answers =
                    scheduler.run(List.of(() -> delete(service, id, null), () -> tag(service, id, added, null)));

            TestService.done(answers.getFirst());
            assertThat(service.get(id)).isEmpty();
            service.assertAnswersAgree();
            ActiveImage restored =
                    TestService.done(service.cases().restoreImage().restore(id, null));
            assertThat(restored.details().tags().contains(added)).isEqualTo(answers.getLast() instanceof Outcome.Done);
            assertStays(service, id);
        });
    }

    @Test
    default void ofADeleteAndAnUpdateThatMeanTheSameVersionOneIsDone() {
        ofTwo(scheduler -> {
            TestService service = interleaved(scheduler);
            ImageId id = service.upload().id();

            List<Outcome<?>> answers =
                    scheduler.run(List.of(() -> delete(service, id, 1L), () -> tag(service, id, Fresh.tag(), 1L)));

            assertThat(answers).filteredOn(Outcome.Done.class::isInstance).hasSize(1);
            assertThat(service.get(id).isEmpty()).isEqualTo(answers.getFirst() instanceof Outcome.Done);
            service.assertAnswersAgree();
        });
    }

    @Test
    default void ofFourUpdatesNoneIsLost() {
        ofFour(scheduler -> {
            TestService service = interleaved(scheduler);
            ImageId id = service.upload().id();
            List<Tag> tags = Stream.generate(Fresh::tag).limit(4).toList();

            scheduler
                    .run(tags.stream()
                            .<Supplier<Outcome<?>>>map(added -> () -> tag(service, id, added, null))
                            .toList())
                    .forEach(TestService::done);

            ActiveImage image = service.get(id).orElseThrow();
            assertThat(image.details().tags()).containsExactlyInAnyOrderElementsOf(tags);
            assertThat(image.version()).isEqualTo(5);
            assertStays(service, id);
        });
    }

    @Test
    default void anImageThatIsRestoredBesideAPurgeIsThereWholeOrGone() {
        ofTwo(scheduler -> {
            TestService service = interleaved(scheduler);
            ImageId id = service.upload(Fresh.tag()).id();
            TestService.done(delete(service, id, null));
            service.clock().advance(Duration.ofMinutes(59));

            List<Outcome<?>> answers = scheduler.run(List.of(
                    () -> service.cases().restoreImage().restore(id, null),
                    () -> new Outcome.Done<>(service.cases().purgeExpired().run()),
                    () -> new Outcome.Done<>(service.clock().advance(Duration.ofMinutes(1)))));

            if (answers.getFirst() instanceof Outcome.Done) {
                assertStays(service, id);
            } else {
                assertThat(answers.getFirst()).isInstanceOf(Outcome.NotFound.class);
                assertGoes(service);
            }
        });
    }

    @Test
    default void anImageThatIsErasedBesideARestoreIsGone() {
        ofTwo(scheduler -> {
            TestService service = interleaved(scheduler);
            ImageId id = service.upload(Fresh.tag()).id();
            TestService.done(delete(service, id, null));

            List<Outcome<?>> answers = scheduler.run(List.of(
                    () -> service.cases().eraseImage().erase(id, null, null),
                    () -> service.cases().restoreImage().restore(id, null)));

            TestService.done(answers.getFirst());
            assertThat(service.objects()).isEmpty();
            assertGoes(service);
        });
    }

    @Test
    default void anUploadBesideAReconcilerIsDone() {
        ofTwo(scheduler -> {
            TestService service = interleaved(scheduler);

            scheduler
                    .<Boolean>run(List.of(() -> isUploaded(service), () -> isReconciled(service)))
                    .forEach(answer -> assertThat(answer).isTrue());

            assertStays(service, service.images().getFirst().id());
        });
    }

    @Test
    default void anUploadBesideALateReconcilerIsThereWholeOrFails() {
        ofTwo(scheduler -> {
            TestService service = interleaved(scheduler);

            List<Boolean> answers = scheduler.run(List.of(
                    () -> isUploaded(service),
                    () -> isReconciled(service),
                    () -> service.clock().advance(TestService.ORPHAN_AGE) != null));

            List<ImageId> images =
                    service.images().stream().map(ActiveImage::id).toList();
            assertThat(images).hasSize(answers.getFirst() ? 1 : 0);
            assertStays(service, images.toArray(ImageId[]::new));
        });
    }

    private static boolean isUploaded(TestService service) {
        try {
            service.upload();
            return true;
        } catch (StorageException tooLate) {
            assertThat(tooLate.kind()).isEqualTo(StorageException.Kind.UNAVAILABLE);
            return false;
        }
    }

    private static boolean isReconciled(TestService service) {
        return service.cases().reconcile().run(Scope.EVERYTHING).missing().isEmpty();
    }

    private static Outcome<ImageId> delete(TestService service, ImageId id, @Nullable Long version) {
        return service.cases().deleteImage().delete(id, null, version);
    }

    private static Outcome<ActiveImage> tag(TestService service, ImageId id, Tag added, @Nullable Long version) {
        return service.cases()
                .updateImage()
                .update(
                        id,
                        null,
                        version,
                        details -> details.withTags(Stream.concat(details.tags().stream(), Stream.of(added))
                                .toList()));
    }
}
