package io.pixport.contracts.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pixport.contracts.ImageMaker;
import io.pixport.contracts.metadata.Asking;
import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.Announcement.Method;
import io.pixport.core.model.ImageId;
import io.pixport.core.model.OnDuplicate;
import io.pixport.core.port.StorageException;
import io.pixport.core.usecase.GetDownloadLink.Disposition;
import io.pixport.core.usecase.ImageService;
import io.pixport.core.usecase.Reconcile.Scope;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Adapters out of reach: every use case says so, and none takes it for an absence or an empty list. */
public interface UseCaseOutageContract extends UseCaseFixture {
    @Test
    default void anOutageIsAnErrorThatSaysSoInEveryUseCase() {
        TestService service = service();
        ActiveImage image = service.upload();
        ImageService cases = service.cases();
        ImageId id = image.id();
        ImageId reserved =
                service.arrived(Method.PUT, ImageMaker.png(50, 50)).image().id();
        List<ThrowingCallable> calls = List.of(
                service::upload,
                () -> service.reserve(Method.PUT, ImageMaker.png(50, 50)),
                () -> cases.settleAttempt().settle(id),
                () -> cases.getUpload().get(reserved, null),
                () -> service.complete(reserved),
                () -> cases.reuseImage().reuse(service.owner(), image.content().sha256(), OnDuplicate.RETURN),
                () -> cases.getImage().get(id),
                () -> cases.getDownloadLink().link(id, null, Disposition.INLINE),
                () -> cases.openContent().open(image, null),
                () -> cases.listImages().list(Asking.of(service.owner()).query(), null, 10),
                () -> cases.exportImages().export(service.owner(), null),
                () -> cases.listLinks().list(service.owner(), null, null, 10),
                () -> cases.updateImage().update(id, null, null, details -> details.withTitle("New")),
                () -> cases.deleteImage().delete(id, null, null),
                () -> cases.eraseImage().erase(id, null, null),
                () -> cases.eraseOwner().erase(service.owner(), null),
                () -> cases.restoreImage().restore(id, null),
                () -> cases.listTrash().list(service.owner(), null, null, 10),
                () -> cases.purgeExpired().run(),
                () -> cases.reconcile().run(Scope.EVERYTHING));

        service.faults().takeDown();
        assertThat(calls).allSatisfy(call -> assertThatThrownBy(call)
                .isInstanceOfSatisfying(StorageException.class, e -> assertThat(e.kind())
                        .isEqualTo(StorageException.Kind.UNAVAILABLE)));
        service.faults().mend();

        assertThat(service.get(id)).contains(image);
        assertThat(service.images()).containsExactly(image);
        TestService.done(service.complete(reserved));
        service.assertAnswersAgree();
    }
}
