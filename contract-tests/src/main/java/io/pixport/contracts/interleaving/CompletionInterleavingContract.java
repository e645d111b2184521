package io.pixport.contracts.interleaving;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.ImageMaker;
import io.pixport.contracts.usecase.TestService;
import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.Announcement.Method;
import io.pixport.core.model.ImageId;
import io.pixport.core.model.OnDuplicate;
import io.pixport.core.usecase.Outcome;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Completing an upload while others complete or purge it: they answer the same, and leave nothing behind. */
public interface CompletionInterleavingContract extends InterleavingFixture {
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
        byte[] bytes = ImageMaker.truncatedPng();
        ofTwo(scheduler -> completions(interleaved(scheduler, TICK), scheduler, method, bytes, 2));
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    default void fourThatCompleteAnswerTheSame(Method method) {
        byte[] bytes = ImageMaker.png(50, 50);
        ofFour(scheduler -> completions(interleaved(scheduler, TICK), scheduler, method, bytes, 4));
    }

    private void completions(TestService service, Scheduler scheduler, Method method, byte[] bytes, int clients) {
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
}
