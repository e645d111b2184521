package io.pixport.contracts.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.Fresh;
import io.pixport.contracts.ImageMaker;
import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.Announcement.Method;
import io.pixport.core.model.ImageId;
import io.pixport.core.model.OnDuplicate;
import io.pixport.core.usecase.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/**
 * Uploading with a failure on the way, at once or by reservation. What is sent by one link goes the way of what is sent in
 * parts, once these are assembled, and is not interrupted besides.
 */
public interface UploadInterruptionContract extends InterruptionFixture {
    @Test
    default void anUploadInterruptedAnywhere() {
        interruptEverywhere(
                Scene::withAnImage,
                (scene, answered) -> {
                    List<ImageId> there = scene.images();
                    assertThat(there)
                            .contains(scene.bystander(), scene.subject())
                            .hasSizeBetween(answered ? 3 : 2, 3);
                    return there;
                },
                scene -> new Outcome.Done<>(scene.service().upload(Fresh.tag())));
    }

    @ParameterizedTest
    @EnumSource(value = Method.class, names = "PUT", mode = Mode.EXCLUDE)
    default void aReservationInterruptedAnywhere(Method method) {
        interruptEverywhere(
                Scene::withAnImage,
                (scene, answered) -> scene.images(),
                scene -> new Outcome.Done<>(scene.service().reserve(method, ImageMaker.png(50, 50))));
    }

    @ParameterizedTest
    @EnumSource(value = Method.class, names = "PUT", mode = Mode.EXCLUDE)
    default void aCompletionInterruptedAnywhere(Method method) {
        interruptEverywhere(
                service -> Scene.withArrivedBytes(service, method, ImageMaker.png(50, 50)),
                (scene, answered) -> {
                    assertThat(!answered || scene.service().get(scene.subject()).isPresent())
                            .isTrue();
                    return scene.images();
                },
                scene -> scene.service().complete(scene.subject()));
    }

    @ParameterizedTest
    @EnumSource(value = Method.class, names = "PUT", mode = Mode.EXCLUDE)
    default void aCompletionInterruptedAnywhereIsFinishedByTheNext(Method method) {
        interruptEverywhere(
                service -> Scene.withArrivedBytes(service, method, ImageMaker.png(50, 50)),
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
                service -> Scene.withArrivedBytes(service, method, ImageMaker.truncatedPng()),
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
}
