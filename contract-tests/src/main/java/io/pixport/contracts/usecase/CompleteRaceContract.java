package io.pixport.contracts.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pixport.contracts.AtOnce;
import io.pixport.contracts.ImageMaker;
import io.pixport.contracts.Images;
import io.pixport.contracts.faults.Faults.Step;
import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.Announcement.Method;
import io.pixport.core.model.ImageId;
import io.pixport.core.port.StorageException;
import io.pixport.core.usecase.Outcome;
import io.pixport.core.usecase.ReserveUpload.Reservation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Completing an upload while something else happens to it: whoever loses answers what the winner has made of it, and leaves
 * nothing behind.
 */
public interface CompleteRaceContract extends UseCaseFixture {
    @ParameterizedTest
    @EnumSource(Method.class)
    default void completingFromManyPlacesAtOnceAnswersTheSameImage(Method method) {
        TestService service = service();
        byte[] bytes = ImageMaker.png(50, 50);
        ImageId id = service.arrived(method, bytes).image().id();

        List<Outcome<ActiveImage>> outcomes = AtOnce.call(6, i -> service.complete(id));

        assertThat(new HashSet<>(outcomes)).hasSize(1);
        ActiveImage image = TestService.done(outcomes.getFirst());
        assertThat(service.content(image)).isEqualTo(bytes);
        service.tidy();
        service.assertNothingIsThereBut(List.of(id));
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    default void rejectingFromManyPlacesAtOnceAnswersTheSameReasons(Method method) {
        TestService service = service();
        ImageId id = service.arrived(method, Images.bytes("bad/truncated.png"))
                .image()
                .id();

        List<Outcome<ActiveImage>> outcomes = AtOnce.call(6, i -> service.complete(id));

        assertThat(new HashSet<>(outcomes)).hasSize(1);
        assertThat(outcomes.getFirst()).isInstanceOf(Outcome.Refused.class);
        assertThat(service.objects()).isEmpty();
    }

    /** Another completes it just before a step of the first, which then comes late. */
    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"OPEN", "PUT", "LIST_PARTS", "ASSEMBLE", "UPDATE"})
    default void whoComesLateAnswersTheImageOfWhoCameFirst(Step step) {
        for (Method method : Method.values()) {
            TestService service = service();
            byte[] bytes = ImageMaker.png(50, 50);
            ImageId id = service.arrived(method, bytes).image().id();
            List<Outcome<ActiveImage>> faster = new ArrayList<>();
            service.faults().before(step, () -> {
                service.clock().advance(Duration.ofSeconds(1));
                faster.add(service.complete(id));
            });

            Outcome<ActiveImage> outcome = service.complete(id);

            assertThat(faster).hasSize(isTaken(step, method) ? 1 : 0).allMatch(outcome::equals);
            assertThat(service.content(TestService.done(outcome))).isEqualTo(bytes);
            service.faults().mend();
            service.tidy();
            service.assertNothingIsThereBut(List.of(id));
        }
    }

    /** Whether completing what was sent so takes this step. */
    private static boolean isTaken(Step step, Method method) {
        return switch (step) {
            case PUT -> method == Method.POST;
            case LIST_PARTS, ASSEMBLE -> method == Method.PARTS;
            default -> true;
        };
    }

    @Test
    default void ofTwoPostsTakenOverAtOnceOneIsTheImageAndBothAnswerIt() {
        TestService service = service();
        Reservation reservation = service.arrived(Method.POST, ImageMaker.png(50, 50));
        byte[] second = ImageMaker.png(50, 50);
        List<Outcome<ActiveImage>> faster = new ArrayList<>();
        service.faults().before(Step.PUT, () -> {
            service.send(reservation.link(), second);
            faster.add(service.complete(reservation.image().id()));
        });

        Outcome<ActiveImage> outcome = service.complete(reservation.image().id());

        assertThat(faster).containsExactly(outcome);
        assertThat(service.content(TestService.done(outcome))).isEqualTo(second);
        service.assertAnswersAgree();
    }

    @Test
    default void whatWasTakenOverBeforeACrashIsTheImageWhateverIsPostedAfter() {
        TestService service = service();
        byte[] first = ImageMaker.png(50, 50);
        Reservation reservation = service.arrived(Method.POST, first);
        service.faults().failBefore(Step.UPDATE);
        assertThatThrownBy(() -> service.complete(reservation.image().id())).isInstanceOf(StorageException.class);
        assertThat(service.hasBytes(reservation.image().id())).isTrue();
        service.send(reservation.link(), ImageMaker.png(50, 50));

        ActiveImage image =
                TestService.done(service.complete(reservation.image().id()));

        assertThat(service.content(image)).isEqualTo(first);
        service.tidy();
        service.assertNothingIsThereBut(List.of(image.id()));
    }

    /** A purge of the reservation, which has expired meanwhile, just before a step of its completion. */
    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"OPEN", "PUT", "LIST_PARTS", "ASSEMBLE", "UPDATE"})
    default void aReservationThatIsPurgedMeanwhileIsNotFoundAndLeavesNothing(Step step) {
        for (Method method : Method.values()) {
            if (!isTaken(step, method)) {
                continue;
            }
            TestService service = service();
            ImageId id = service.arrived(method, ImageMaker.png(50, 50)).image().id();
            service.faults().before(step, () -> {
                service.clock().advance(Duration.ofHours(1));
                service.cases().purgeExpired().run();
            });

            assertThat(service.complete(id)).isInstanceOf(Outcome.NotFound.class);

            assertThat(service.objects()).isEmpty();
            assertThat(repository().find(id)).isEmpty();
        }
    }

    @Test
    default void anExpiredReservationThatIsCompletedBeforeItIsPurgedStays() {
        TestService service = service();
        byte[] bytes = ImageMaker.png(50, 50);
        ImageId id = service.arrived(Method.PUT, bytes).image().id();
        service.clock().advance(Duration.ofMinutes(59));
        service.faults().after(Step.UPDATE, () -> {
            service.clock().advance(Duration.ofHours(1));
            service.cases().purgeExpired().run();
        });

        ActiveImage image = TestService.done(service.complete(id));

        assertThat(service.content(image)).isEqualTo(bytes);
        service.assertAnswersAgree();
    }

    @Test
    default void whoTakesOverWhatAnotherRejectsMeanwhileAnswersTheReasonsAndLeavesNothing() {
        for (Step step : List.of(Step.PUT, Step.UPDATE)) {
            TestService service = service();
            Reservation reservation = service.arrived(Method.POST, ImageMaker.png(50, 50));
            ImageId id = reservation.image().id();
            List<Outcome<ActiveImage>> faster = new ArrayList<>();
            service.faults().before(step, () -> {
                service.send(reservation.link(), Images.bytes("bad/truncated.png"));
                faster.add(service.complete(id));
            });

            Outcome<ActiveImage> outcome = service.complete(id);

            assertThat(outcome).isInstanceOf(Outcome.Refused.class);
            assertThat(faster).containsExactly(outcome);
            assertThat(service.objects()).isEmpty();
        }
    }

    @Test
    default void whoRejectsWhatAnotherHasCompletedMeanwhileAnswersTheImage() {
        TestService service = service();
        Reservation reservation = service.arrived(Method.POST, Images.bytes("bad/truncated.png"));
        byte[] good = ImageMaker.png(50, 50);
        service.faults().before(Step.UPDATE, () -> {
            service.send(reservation.link(), good);
            TestService.done(service.complete(reservation.image().id()));
        });

        ActiveImage image =
                TestService.done(service.complete(reservation.image().id()));

        assertThat(service.content(image)).isEqualTo(good);
        service.assertAnswersAgree();
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    default void anImageThatIsCompletedAndErasedMeanwhileIsNotFoundAndLeavesNothing(Method method) {
        TestService service = service();
        ImageId id = service.arrived(method, ImageMaker.png(50, 50)).image().id();
        service.faults().before(method == Method.POST ? Step.PUT : Step.UPDATE, () -> {
            TestService.done(service.complete(id));
            TestService.done(service.cases().eraseImage().erase(id, null, null));
        });

        assertThat(service.complete(id)).isInstanceOf(Outcome.NotFound.class);

        assertThat(service.objects()).isEmpty();
        assertThat(repository().find(id)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    default void anImageThatIsCompletedAndTrashedMeanwhileKeepsItsBytes(Method method) {
        TestService service = service();
        byte[] bytes = ImageMaker.png(50, 50);
        ImageId id = service.arrived(method, bytes).image().id();
        service.faults().before(Step.UPDATE, () -> {
            TestService.done(service.complete(id));
            TestService.done(service.cases().deleteImage().delete(id, null, null));
        });

        assertThat(service.complete(id)).isInstanceOf(Outcome.NotFound.class);

        ActiveImage restored = TestService.done(service.cases().restoreImage().restore(id, null));
        assertThat(service.content(restored)).isEqualTo(bytes);
    }
}
