package io.pixport.contracts.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.Fresh;
import io.pixport.contracts.ImageMaker;
import io.pixport.contracts.Images;
import io.pixport.contracts.faults.Faults.Then;
import io.pixport.contracts.faults.Faults.When;
import io.pixport.contracts.faults.Interruptions;
import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.Announcement.Method;
import io.pixport.core.model.ImageId;
import io.pixport.core.model.OnDuplicate;
import io.pixport.core.model.Tag;
import io.pixport.core.port.StorageException;
import io.pixport.core.usecase.Outcome;
import io.pixport.core.usecase.Reconcile.Scope;
import io.pixport.core.usecase.ReserveUpload.Reservation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/**
 * A failure between any two steps, before or after the step took effect, from which the process recovers or dies: what was
 * answered with success stays true, answers agree, and what is left over is invisible and cleared away in time. What is sent
 * by one link goes the way of what is sent in parts, once these are assembled, and is not interrupted besides.
 */
public interface InterruptionContract extends UseCaseFixture {
    /** Which calls fail: by default those of the use cases to the adapters. */
    default Interruptions interruptions(TestService service) {
        return service.faults();
    }

    /**
     * In which manners a call fails, each in a scene of its own: by default in all of them.
     *
     * @param call its number, from 1
     */
    default List<Manner> manners(int call) {
        return List.of(Manner.values());
    }

    /** How a call fails. To die before a call is to die after the one before it. */
    enum Manner {
        BEFORE_ITS_EFFECT(When.BEFORE, Then.GO_ON),
        AFTER_ITS_EFFECT(When.AFTER, Then.GO_ON),
        AS_THE_LAST_OF_THE_PROCESS(When.AFTER, Then.STAY_DOWN);

        private final When when;
        private final Then then;

        Manner(When when, Then then) {
            this.when = when;
            this.then = then;
        }
    }

    /** An image that others made before, and one that something is done to. */
    record Scene(TestService service, ImageId bystander, ImageId subject) {}

    @Test
    default void anUploadInterruptedAnywhere() {
        interruptEverywhere(
                InterruptionContract::sceneWithAnImage,
                (scene, answered) -> {
                    List<ImageId> uploaded = ids(scene.service());
                    uploaded.removeAll(List.of(scene.bystander(), scene.subject()));
                    assertThat(uploaded).hasSizeBetween(answered ? 1 : 0, 1);
                    return with(uploaded, scene.bystander(), scene.subject());
                },
                scene -> new Outcome.Done<>(scene.service().upload(Fresh.tag())));
    }

    @Test
    default void aChangeInterruptedAnywhere() {
        Tag added = Fresh.tag();
        interruptEverywhere(
                InterruptionContract::sceneWithAnImage,
                (scene, answered) -> {
                    var details =
                            scene.service().get(scene.subject()).orElseThrow().details();
                    assertThat(details.tags().contains(added) || !answered).isTrue();
                    return List.of(scene.bystander(), scene.subject());
                },
                scene -> scene.service()
                        .cases()
                        .updateImage()
                        .update(scene.subject(), null, null, details -> details.withTags(List.of(added))));
    }

    @Test
    default void aDeleteInterruptedAnywhere() {
        interruptEverywhere(
                InterruptionContract::sceneWithAnImage,
                (scene, answered) -> {
                    assertThat(!answered || scene.service().get(scene.subject()).isEmpty())
                            .isTrue();
                    return ids(scene.service());
                },
                scene -> scene.service().cases().deleteImage().delete(scene.subject(), null, null));
    }

    @Test
    default void aRestoreInterruptedAnywhere() {
        interruptEverywhere(
                InterruptionContract::sceneWithTrash,
                (scene, answered) -> {
                    assertThat(!answered || scene.service().get(scene.subject()).isPresent())
                            .isTrue();
                    return ids(scene.service());
                },
                scene -> scene.service().cases().restoreImage().restore(scene.subject(), null));
    }

    @Test
    default void anErasureInterruptedAnywhere() {
        interruptEverywhere(
                InterruptionContract::sceneWithAnImage,
                (scene, answered) -> {
                    assertThat(!answered || !scene.service().hasBytes(scene.subject()))
                            .isTrue();
                    return ids(scene.service());
                },
                scene -> scene.service().cases().eraseImage().erase(scene.subject(), null, null));
    }

    @Test
    default void anErasureOfEverythingInterruptedAnywhereIsFinishedByTheNext() {
        interruptEverywhere(
                service -> {
                    Scene scene = sceneWithTrash(service);
                    service.arrived(Method.PUT, ImageMaker.png(50, 50));
                    service.complete(service.arrived(Method.POST, Images.bytes("bad/truncated.png"))
                            .image()
                            .id());
                    return scene;
                },
                (scene, answered) -> {
                    TestService service = scene.service();
                    if (!answered) {
                        while (!isErased(service)) {
                            service.assertAnswersAgree();
                        }
                    }
                    assertThat(service.images()).isEmpty();
                    assertThat(service.trash()).isEmpty();
                    assertThat(service.reservations()).isEmpty();
                    return List.of();
                },
                scene -> isErased(scene.service()) ? new Outcome.Done<>(scene) : new Outcome.Contended<>());
    }

    private static boolean isErased(TestService service) {
        return TestService.done(service.cases().eraseOwner().erase(service.owner(), null))
                .done();
    }

    @Test
    default void aPurgeInterruptedAnywhere() {
        interruptEverywhere(
                service -> {
                    Scene scene = sceneWithTrash(service);
                    ImageId second = service.upload().id();
                    TestService.done(service.cases().deleteImage().delete(second, null, null));
                    service.arrived(Method.PARTS, ImageMaker.png(50, 50));
                    service.clock().advance(Duration.ofHours(1));
                    return scene;
                },
                (scene, answered) -> List.of(scene.bystander()),
                scene -> new Outcome.Done<>(
                        scene.service().cases().purgeExpired().run()));
    }

    @Test
    default void aReconciliationInterruptedAnywhere() {
        interruptEverywhere(
                service -> {
                    ImageId bystander = service.upload().id();
                    ImageId orphan = service.orphan();
                    Reservation over = service.arrived(Method.POST, ImageMaker.png(50, 50));
                    TestService.done(service.complete(over.image().id()));
                    service.send(over.link(), ImageMaker.png(50, 50));
                    TestService.done(
                            service.cases().eraseImage().erase(over.image().id(), null, null));
                    service.clock().advance(TestService.ORPHAN_AGE);
                    return new Scene(service, bystander, orphan);
                },
                (scene, answered) -> {
                    assertThat(!answered || !scene.service().hasBytes(scene.subject()))
                            .isTrue();
                    return List.of(scene.bystander());
                },
                scene -> new Outcome.Done<>(scene.service().cases().reconcile().run(Scope.EVERYTHING)));
    }

    @ParameterizedTest
    @EnumSource(value = Method.class, names = "PUT", mode = Mode.EXCLUDE)
    default void aReservationInterruptedAnywhere(Method method) {
        interruptEverywhere(
                InterruptionContract::sceneWithAnImage,
                (scene, answered) -> ids(scene.service()),
                scene -> new Outcome.Done<>(scene.service().reserve(method, ImageMaker.png(50, 50))));
    }

    @ParameterizedTest
    @EnumSource(value = Method.class, names = "PUT", mode = Mode.EXCLUDE)
    default void aCompletionInterruptedAnywhere(Method method) {
        interruptEverywhere(
                service -> sceneWithArrivedBytes(service, method, ImageMaker.png(50, 50)),
                (scene, answered) -> {
                    assertThat(!answered || scene.service().get(scene.subject()).isPresent())
                            .isTrue();
                    return ids(scene.service());
                },
                scene -> scene.service().complete(scene.subject()));
    }

    @ParameterizedTest
    @EnumSource(value = Method.class, names = "PUT", mode = Mode.EXCLUDE)
    default void aCompletionInterruptedAnywhereIsFinishedByTheNext(Method method) {
        interruptEverywhere(
                service -> sceneWithArrivedBytes(service, method, ImageMaker.png(50, 50)),
                (scene, answered) -> {
                    TestService.done(scene.service().complete(scene.subject()));
                    return List.of(scene.bystander(), scene.subject());
                },
                scene -> scene.service().complete(scene.subject()));
    }

    @ParameterizedTest
    @EnumSource(value = Method.class, names = "PUT", mode = Mode.EXCLUDE)
    default void aRejectionInterruptedAnywhereIsFinishedByTheNext(Method method) {
        interruptEverywhere(
                service -> sceneWithArrivedBytes(service, method, Images.bytes("bad/truncated.png")),
                (scene, answered) -> {
                    assertThat(scene.service().complete(scene.subject())).isInstanceOf(Outcome.Refused.class);
                    return List.of(scene.bystander());
                },
                scene -> scene.service().complete(scene.subject()));
    }

    @ParameterizedTest
    @EnumSource(value = Method.class, names = "PUT", mode = Mode.EXCLUDE)
    default void aCompletionOfWhatIsThereAlreadyInterruptedAnywhereIsFinishedByTheNext(Method method) {
        interruptEverywhere(
                service -> {
                    ActiveImage there = service.upload();
                    ImageId again = service.arrived(method, service.content(there))
                            .image()
                            .id();
                    return new Scene(service, there.id(), again);
                },
                (scene, answered) -> {
                    assertThat(TestService.done(scene.service().complete(scene.subject(), OnDuplicate.RETURN))
                                    .id())
                            .isEqualTo(scene.bystander());
                    return List.of(scene.bystander());
                },
                scene -> scene.service().complete(scene.subject(), OnDuplicate.RETURN));
    }

    /**
     * Lets the first call fail, then in a new scene the second, and so on until there is none left to fail. Each scene is
     * erased at its end: a reconciler looks at everything, so its calls would become more from scene to scene.
     *
     * @param prepare makes the scene
     * @param check looks at what there is, given whether success was answered, and says what is to stay for good
     * @param action what is interrupted
     */
    private void interruptEverywhere(
            Function<TestService, Scene> prepare,
            BiFunction<Scene, Boolean, List<ImageId>> check,
            Function<Scene, Outcome<?>> action) {
        int call = 1;
        while (isInterrupted(call, prepare, check, action)) {
            call++;
        }
        assertThat(call).as("calls that could fail").isGreaterThan(1);
    }

    private boolean isInterrupted(
            int call,
            Function<TestService, Scene> prepare,
            BiFunction<Scene, Boolean, List<ImageId>> check,
            Function<Scene, Outcome<?>> action) {
        boolean came = false;
        for (Manner manner : manners(call)) {
            try {
                came |= isInterrupted(prepare.apply(service()), call, manner, check, action);
            } catch (AssertionError failure) {
                throw new AssertionError(
                        "call %d failed %s: %s".formatted(call, manner, failure.getMessage()), failure);
            }
        }
        return came;
    }

    private boolean isInterrupted(
            Scene scene,
            int call,
            Manner manner,
            BiFunction<Scene, Boolean, List<ImageId>> check,
            Function<Scene, Outcome<?>> action) {
        TestService service = scene.service();
        Interruptions interruptions = interruptions(service);
        interruptions.failCall(call, manner.when, manner.then);
        boolean answered = isAnswered(scene, action);
        boolean came = interruptions.mend();

        service.assertAnswersAgree();
        List<ImageId> staying = check.apply(scene, answered);
        service.tidy();
        service.assertNothingIsThereBut(staying);
        staying.forEach(id -> TestService.done(service.cases().eraseImage().erase(id, null, null)));
        return came;
    }

    private static boolean isAnswered(Scene scene, Function<Scene, Outcome<?>> action) {
        try {
            return action.apply(scene) instanceof Outcome.Done;
        } catch (StorageException planned) {
            assertThat(planned.kind()).isEqualTo(StorageException.Kind.UNAVAILABLE);
            return false;
        }
    }

    private static Scene sceneWithAnImage(TestService service) {
        return new Scene(
                service,
                service.upload(Fresh.tag()).id(),
                service.upload(Fresh.tag()).id());
    }

    private static Scene sceneWithArrivedBytes(TestService service, Method method, byte[] bytes) {
        ImageId bystander = service.upload(Fresh.tag()).id();
        return new Scene(
                service, bystander, service.arrived(method, bytes).image().id());
    }

    private static Scene sceneWithTrash(TestService service) {
        Scene scene = sceneWithAnImage(service);
        TestService.done(service.cases().deleteImage().delete(scene.subject(), null, null));
        return scene;
    }

    private static List<ImageId> ids(TestService service) {
        List<ImageId> ids = new ArrayList<>();
        service.images().forEach(image -> ids.add(image.id()));
        return ids;
    }

    private static List<ImageId> with(List<ImageId> ids, ImageId... more) {
        List<ImageId> all = new ArrayList<>(ids);
        all.addAll(List.of(more));
        return all;
    }
}
