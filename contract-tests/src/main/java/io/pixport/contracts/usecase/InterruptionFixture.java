package io.pixport.contracts.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.Fresh;
import io.pixport.contracts.faults.Faults.Then;
import io.pixport.contracts.faults.Faults.When;
import io.pixport.contracts.faults.Interruptions;
import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.Announcement.Method;
import io.pixport.core.model.ImageId;
import io.pixport.core.port.StorageException;
import io.pixport.core.usecase.Outcome;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What the contracts of interrupted use cases need: a pair of adapters, and calls to them that fail one after another. */
public interface InterruptionFixture extends UseCaseFixture {
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
    record Scene(TestService service, ImageId bystander, ImageId subject) {
        static Scene withAnImage(TestService service) {
            return new Scene(
                    service,
                    service.upload(Fresh.tag()).id(),
                    service.upload(Fresh.tag()).id());
        }

        static Scene withTrash(TestService service) {
            Scene scene = withAnImage(service);
            TestService.done(service.cases().deleteImage().delete(scene.subject(), null, null));
            return scene;
        }

        static Scene withArrivedBytes(TestService service, Method method, byte[] bytes) {
            ImageId bystander = service.upload(Fresh.tag()).id();
            return new Scene(
                    service, bystander, service.arrived(method, bytes).image().id());
        }

        /** The images that are listed. */
        List<ImageId> images() {
            return service.images().stream().map(ActiveImage::id).toList();
        }
    }

    /**
     * Lets the first call fail, then in a new scene the second, and so on until there is none left to fail. Each scene is
     * erased at its end: a reconciler looks at everything, so its calls would become more from scene to scene.
     *
     * @param prepare makes the scene
     * @param check looks at what there is, given whether success was answered, and says what is to stay for good
     * @param action what is interrupted
     */
    default void interruptEverywhere(
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
}
