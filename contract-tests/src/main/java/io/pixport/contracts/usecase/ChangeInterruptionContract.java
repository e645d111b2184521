package io.pixport.contracts.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.Fresh;
import io.pixport.contracts.ImageMaker;
import io.pixport.core.model.Announcement.Method;
import io.pixport.core.model.ImageId;
import io.pixport.core.model.Tag;
import io.pixport.core.usecase.Outcome;
import io.pixport.core.usecase.Reconcile.Scope;
import io.pixport.core.usecase.ReserveUpload.Reservation;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Changing images, and clearing away, with a failure on the way. */
public interface ChangeInterruptionContract extends InterruptionFixture {
    @Test
    default void aChangeInterruptedAnywhere() {
        Tag added = Fresh.tag();
        interruptEverywhere(
                Scene::withAnImage,
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
                Scene::withAnImage,
                (scene, answered) -> {
                    assertThat(!answered || scene.service().get(scene.subject()).isEmpty())
                            .isTrue();
                    return scene.images();
                },
                scene -> scene.service().cases().deleteImage().delete(scene.subject(), null, null));
    }

    @Test
    default void aRestoreInterruptedAnywhere() {
        interruptEverywhere(
                Scene::withTrash,
                (scene, answered) -> {
                    assertThat(!answered || scene.service().get(scene.subject()).isPresent())
                            .isTrue();
                    return scene.images();
                },
                scene -> scene.service().cases().restoreImage().restore(scene.subject(), null));
    }

    @Test
    default void anErasureInterruptedAnywhere() {
        interruptEverywhere(
                Scene::withAnImage,
                (scene, answered) -> {
                    assertThat(!answered || !scene.service().hasBytes(scene.subject()))
                            .isTrue();
                    return scene.images();
                },
                scene -> scene.service().cases().eraseImage().erase(scene.subject(), null, null));
    }

    @Test
    default void anErasureOfEverythingInterruptedAnywhereIsFinishedByTheNext() {
        interruptEverywhere(
                service -> {
                    Scene scene = Scene.withTrash(service);
                    service.arrived(Method.PUT, ImageMaker.png(50, 50));
                    service.complete(service.arrived(Method.POST, ImageMaker.truncatedPng())
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
                    Scene scene = Scene.withTrash(service);
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
}
