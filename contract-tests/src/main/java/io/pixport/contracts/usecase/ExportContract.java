package io.pixport.contracts.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pixport.contracts.Fresh;
import io.pixport.contracts.faults.Faults.Step;
import io.pixport.contracts.store.StoreFixture;
import io.pixport.core.model.ActiveImage;
import io.pixport.core.port.ObjectKey;
import io.pixport.core.port.StorageException;
import io.pixport.core.usecase.ExportImages.Export;
import io.pixport.core.usecase.ExportImages.Exported;
import io.pixport.core.usecase.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Taking all images of an owner along. */
public interface ExportContract extends UseCaseFixture {
    @Test
    default void everyImageComesOnceWithItsBytesTheNewestFirst() {
        TestService service = service();
        for (int i = 0; i < 52; i++) {
            service.upload();
        }
        TestService.done(
                service.cases().deleteImage().delete(service.images().getFirst().id(), null, null));
        List<ActiveImage> images = service.images();
        service().upload();

        Export export = export(service);

        for (ActiveImage image : images) {
            Exported next = export.next().orElseThrow();
            assertThat(next.image()).isEqualTo(image);
            assertThat(StoreFixture.drain(next.content().orElseThrow())).isEqualTo(service.content(image));
        }
        assertThat(export.next()).isEmpty();
        assertThat(export.next()).isEmpty();
    }

    @Test
    default void onlyTheOwnerOrNobodyInParticularMayExport() {
        TestService service = service();
        service.upload();

        assertThat(service.cases().exportImages().export(service.owner(), Fresh.user()))
                .isInstanceOf(Outcome.NotOwner.class);
        assertThat(service.cases().listLinks().list(service.owner(), Fresh.user(), null, 10))
                .isInstanceOf(Outcome.NotOwner.class);
        assertThat(TestService.done(service.cases().exportImages().export(service.owner(), service.owner()))
                        .next())
                .isPresent();
    }

    @Test
    default void whatIsDeletedMeanwhileIsLeftOutAndWhatIsLostIsTold() {
        TestService service = service();
        ActiveImage lost = service.upload();
        ActiveImage erased = service.upload();
        ActiveImage trashed = service.upload();
        Export export = export(service);
        TestService.done(service.cases().deleteImage().delete(trashed.id(), null, null));
        TestService.done(service.cases().eraseImage().erase(erased.id(), null, null));
        store().delete(ObjectKey.of(lost.id()));

        List<Exported> exported = rest(export);

        assertThat(exported).extracting(Exported::image).containsExactly(trashed, lost);
        assertThat(exported.getLast().content()).isEmpty();
    }

    @Test
    default void aStoreThatFailsIsNoEnd() {
        TestService service = service();
        service.upload();
        Export export = export(service);
        service.faults().failBefore(Step.OPEN);

        assertThatThrownBy(export::next).isInstanceOf(StorageException.class);
    }

    @Test
    default void everyImageIsListedWithALinkToItsBytes() {
        TestService service = service();
        ActiveImage older = service.upload();
        ActiveImage newer = service.upload();

        var page = TestService.done(service.cases().listLinks().list(service.owner(), null, null, 1));
        var next = TestService.done(service.cases()
                .listLinks()
                .list(service.owner(), null, page.next().orElseThrow(), 1));

        assertThat(page.items().getFirst().image()).isEqualTo(newer);
        assertThat(next.items().getFirst().image()).isEqualTo(older);
        assertThat(next.next()).isEmpty();
        assertThat(service.cases().listLinks().list(service.owner(), null, null, 101))
                .isInstanceOf(Outcome.Refused.class);
    }

    private static Export export(TestService service) {
        return TestService.done(service.cases().exportImages().export(service.owner(), null));
    }

    private static List<Exported> rest(Export export) {
        List<Exported> exported = new ArrayList<>();
        for (Optional<Exported> next = export.next(); next.isPresent(); next = export.next()) {
            next.get().content().ifPresent(StoreFixture::drain);
            exported.add(next.get());
        }
        return exported;
    }
}
