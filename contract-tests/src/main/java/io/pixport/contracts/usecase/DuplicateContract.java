package io.pixport.contracts.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.AtOnce;
import io.pixport.contracts.Fresh;
import io.pixport.contracts.ImageMaker;
import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.Announcement.Method;
import io.pixport.core.model.DuplicateImage;
import io.pixport.core.model.ImageDetails;
import io.pixport.core.model.ImageId;
import io.pixport.core.model.OnDuplicate;
import io.pixport.core.usecase.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Bytes that their owner has an image of already. */
public interface DuplicateContract extends UseCaseFixture {
    byte[] IMAGE = ImageMaker.png(50, 50);

    @Test
    default void theActiveImageOfTheSameBytesIsFoundForItsOwnerAlone() {
        TestService service = service();
        ActiveImage image = uploaded(service);
        service.upload();

        assertThat(reuse(service, image, OnDuplicate.RETURN)).contains(image);
        assertThat(reuse(service, image, OnDuplicate.RESTORE)).contains(image);
        assertThat(reuse(service, image, OnDuplicate.KEEP)).isEmpty();
        assertThat(service.cases()
                        .reuseImage()
                        .reuse(Fresh.user(), image.content().sha256(), OnDuplicate.RESTORE))
                .isEmpty();
    }

    @Test
    default void anImageInTheTrashIsLeftThereOrRestored() {
        TestService service = service();
        ActiveImage image = uploaded(service);
        trash(service, image);

        assertThat(reuse(service, image, OnDuplicate.RETURN)).isEmpty();
        assertThat(service.trash()).hasSize(1);
        ActiveImage restored = reuse(service, image, OnDuplicate.RESTORE).orElseThrow();

        assertThat(restored.id()).isEqualTo(image.id());
        assertThat(service.images()).containsExactly(restored);
        assertThat(service.trash()).isEmpty();
    }

    @Test
    default void anActiveImageIsPreferredToAYoungerOneInTheTrash() {
        TestService service = service();
        ActiveImage active = uploaded(service);
        trash(service, uploaded(service));

        assertThat(reuse(service, active, OnDuplicate.RESTORE)).contains(active);
        assertThat(service.trash()).hasSize(1);
    }

    @Test
    default void whatHasExpiredInTheTrashIsNotRestoredAndWhatIsErasedIsNotFound() {
        TestService service = service();
        ActiveImage expired = uploaded(service);
        trash(service, expired);
        service.clock().advance(Duration.ofHours(1));
        assertThat(reuse(service, expired, OnDuplicate.RESTORE)).isEmpty();

        ActiveImage erased = uploaded(service);
        TestService.done(service.cases().eraseImage().erase(erased.id(), null, null));
        assertThat(reuse(service, erased, OnDuplicate.RESTORE)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    default void anUploadOfWhatIsThereIsAnsweredByItAndLeavesNothing(Method method) {
        TestService service = service();
        ActiveImage image = uploaded(service);
        ImageId id = arrived(service, method);

        assertThat(service.complete(id, OnDuplicate.RETURN)).isEqualTo(new Outcome.Done<>(image));

        assertThat(service.objects()).containsExactly(image.id());
        assertThat(service.images()).containsExactly(image);
        assertThat(TestService.done(service.cases().getUpload().get(id, service.owner())))
                .isInstanceOfSatisfying(DuplicateImage.class, duplicate -> assertThat(duplicate.original())
                        .isEqualTo(image.id()));
        assertThat(service.complete(id)).isEqualTo(new Outcome.Done<>(image));
        service.tidy();
        service.assertNothingIsThereBut(List.of(image.id()));
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    default void anUploadOfWhatIsInTheTrashRestoresIt(Method method) {
        TestService service = service();
        ActiveImage image = uploaded(service);
        trash(service, image);
        ImageId id = arrived(service, method);

        assertThat(TestService.done(service.complete(id, OnDuplicate.RESTORE)).id())
                .isEqualTo(image.id());

        assertThat(service.images()).extracting(ActiveImage::id).containsExactly(image.id());
        assertThat(service.objects()).containsExactly(image.id());
    }

    @ParameterizedTest
    @EnumSource(OnDuplicate.class)
    default void anUploadOfWhatIsNotThereBecomesAnImageWhateverWasAsked(OnDuplicate onDuplicate) {
        TestService service = service();
        ImageId id = arrived(service, Method.PUT);

        ActiveImage image = TestService.done(service.complete(id, onDuplicate));

        assertThat(image.id()).isEqualTo(id);
        assertThat(service.complete(id, onDuplicate)).isEqualTo(new Outcome.Done<>(image));
        assertThat(service.images()).containsExactly(image);
    }

    @Test
    default void anUploadThatWasNotNeededIsNotFoundOnceItsImageIsDeletedOrItHasExpired() {
        TestService service = service();
        ActiveImage image = uploaded(service);
        ImageId id = arrived(service, Method.PUT);
        TestService.done(service.complete(id, OnDuplicate.RETURN));
        trash(service, image);
        assertThat(service.complete(id)).isInstanceOf(Outcome.NotFound.class);

        service.clock().advance(Duration.ofHours(1));
        service.cases().purgeExpired().run();

        assertThat(service.cases().getUpload().get(id, null)).isInstanceOf(Outcome.NotFound.class);
        assertThat(repository().find(id)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    default void whoeverCompletesFirstDecidesWhetherItIsAnotherImage(Method method) {
        TestService service = service();
        ActiveImage image = uploaded(service);
        ImageId id = arrived(service, method);

        List<ActiveImage> answers = AtOnce.call(
                6, i -> TestService.done(service.complete(id, i % 2 == 0 ? OnDuplicate.KEEP : OnDuplicate.RETURN)));

        assertThat(answers).containsOnly(answers.getFirst());
        ImageId winner = answers.getFirst().id();
        assertThat(winner).isIn(id, image.id());
        service.tidy();
        service.assertNothingIsThereBut(winner.equals(id) ? List.of(image.id(), id) : List.of(image.id()));
    }

    private static ImageId arrived(TestService service, Method method) {
        return service.arrived(method, IMAGE).image().id();
    }

    private static ActiveImage uploaded(TestService service) {
        return TestService.done(service.upload(IMAGE, ImageDetails.NONE, null));
    }

    private static Optional<ActiveImage> reuse(TestService service, ActiveImage like, OnDuplicate onDuplicate) {
        return service.cases().reuseImage().reuse(like.owner(), like.content().sha256(), onDuplicate);
    }

    private static void trash(TestService service, ActiveImage image) {
        TestService.done(service.cases().deleteImage().delete(image.id(), null, null));
    }
}
