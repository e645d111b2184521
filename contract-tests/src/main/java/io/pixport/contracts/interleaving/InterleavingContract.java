package io.pixport.contracts.interleaving;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.Fresh;
import io.pixport.contracts.ImageMaker;
import io.pixport.contracts.Images;
import io.pixport.contracts.usecase.TestService;
import io.pixport.contracts.usecase.UseCaseFixture;
import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.Announcement.Method;
import io.pixport.core.model.ImageId;
import io.pixport.core.model.OnDuplicate;
import io.pixport.core.model.Tag;
import io.pixport.core.port.StorageException;
import io.pixport.core.usecase.Outcome;
import io.pixport.core.usecase.Reconcile.Scope;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Two clients at once in every order of their calls to the adapters, and four in many: the invariants hold, and what they
 * were answered agrees.
 */
public interface InterleavingContract {
    Duration TICK = Duration.ofMillis(1);

    /** A pair of adapters, which may hold other things besides. */
    UseCaseFixture adapters();

    /** In how many orders clients are let go on, by chance; 0 for all that there are of two, and 200 of four. */
    default int orders() {
        return 0;
    }

    /** The use cases over the adapters, each of whose calls waits for its turn. */
    private TestService interleaved(Scheduler scheduler) {
        return interleaved(scheduler, Duration.ZERO);
    }

    /** @param tick how long each call takes: what is made at the same time may be the same */
    private TestService interleaved(Scheduler scheduler, Duration tick) {
        TestService service = adapters().service();
        service.faults().beforeEachCall(() -> {
            scheduler.pause();
            service.clock().advance(tick);
        });
        return service;
    }

    private void ofTwo(Consumer<Scheduler> run) {
        if (orders() == 0) {
            assertThat(Orders.every(run)).as("orders").isGreaterThan(5);
        } else {
            Orders.some(orders(), run);
        }
    }

    private void ofFour(Consumer<Scheduler> run) {
        Orders.some(orders() == 0 ? 200 : orders(), run);
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    default void twoThatCompleteAnswerTheSame(Method method) {
        byte[] bytes = ImageMaker.png(50, 50);
        ofTwo(scheduler -> completions(interleaved(scheduler), scheduler, method, bytes, 2));
        ofTwo(scheduler -> completions(interleaved(scheduler, TICK), scheduler, method, bytes, 2));
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    default void twoThatCompleteWhatIsNoImageAnswerTheSame(Method method) {
        byte[] bytes = Images.bytes("bad/truncated.png");
        ofTwo(scheduler -> completions(interleaved(scheduler, TICK), scheduler, method, bytes, 2));
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    default void fourThatCompleteAnswerTheSame(Method method) {
        byte[] bytes = ImageMaker.png(50, 50);
        ofFour(scheduler -> completions(interleaved(scheduler, TICK), scheduler, method, bytes, 4));
    }

    private static void completions(
            TestService service, Scheduler scheduler, Method method, byte[] bytes, int clients) {
        ImageId id = service.arrived(method, bytes).image().id();

        List<Outcome<ActiveImage>> answers =
                scheduler.run(Stream.<Supplier<Outcome<ActiveImage>>>generate(() -> () -> service.complete(id))
                        .limit(clients)
                        .toList());

        assertThat(new HashSet<>(answers)).hasSize(1);
        if (answers.getFirst() instanceof Outcome.Done<ActiveImage> done) {
            assertThat(service.content(done.value())).isEqualTo(bytes);
            assertStays(service, id);
        } else {
            assertThat(answers.getFirst()).isInstanceOf(Outcome.Refused.class);
            assertThat(service.objects()).isEmpty();
            assertGoes(service);
        }
    }

    @Test
    default void twoThatCompleteTheSameBytesWhereOneIsEnoughLeaveNoHalfOfEither() {
        ofTwo(scheduler -> {
            TestService service = interleaved(scheduler);
            byte[] bytes = ImageMaker.png(50, 50);
            ImageId one = service.arrived(Method.PUT, bytes).image().id();
            ImageId other = service.arrived(Method.PUT, bytes).image().id();

            List<ActiveImage> images = scheduler
                    .<Outcome<ActiveImage>>run(List.of(
                            () -> service.complete(one, OnDuplicate.RETURN),
                            () -> service.complete(other, OnDuplicate.RETURN)))
                    .stream()
                    .map(TestService::done)
                    .toList();

            assertThat(images)
                    .allSatisfy(image -> assertThat(service.get(image.id())).contains(image));
            assertStays(service, images.stream().map(ActiveImage::id).distinct().toArray(ImageId[]::new));
        });
    }

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

    @ParameterizedTest
    @EnumSource(Method.class)
    default void aCompletionBesideAPurgeIsThereWholeOrFindsNothing(Method method) {
        ofTwo(scheduler -> {
            TestService service = interleaved(scheduler);
            ImageId id = service.arrived(method, ImageMaker.png(50, 50)).image().id();
            service.clock().advance(Duration.ofMinutes(59));

            List<Outcome<?>> answers = scheduler.run(List.of(
                    () -> service.complete(id),
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

    /** These images are there, whole, and stay; nothing else does. They are erased, because reconcilers look at everything. */
    private static void assertStays(TestService service, ImageId... ids) {
        service.assertAnswersAgree();
        service.tidy();
        service.assertNothingIsThereBut(List.of(ids));
        for (ImageId id : ids) {
            TestService.done(service.cases().eraseImage().erase(id, null, null));
        }
    }

    private static void assertGoes(TestService service) {
        assertStays(service);
    }
}
