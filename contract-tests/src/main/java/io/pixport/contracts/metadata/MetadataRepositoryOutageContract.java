package io.pixport.contracts.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pixport.core.model.ActiveImage;
import io.pixport.core.port.MetadataRepository;
import io.pixport.core.port.StorageException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What a repository promises while its backend is out of reach. */
public interface MetadataRepositoryOutageContract {
    /** A repository whose backend does not answer. */
    MetadataRepository repositoryOutOfReach();

    @Test
    default void savingWithoutABackendIsAnOutage() {
        assertOutage(() -> repositoryOutOfReach().save(new Records().active()));
    }

    @Test
    default void findingWithoutABackendIsAnOutageAndNotAnAbsence() {
        assertOutage(() -> repositoryOutOfReach().find(new Records().id()));
    }

    @Test
    default void updatingWithoutABackendIsAnOutage() {
        ActiveImage image = new Records().active();
        assertOutage(() -> repositoryOutOfReach().update(image, image.edit(image.details(), image.updatedAt())));
    }

    @Test
    default void deletingARecordWithoutABackendIsAnOutage() {
        assertOutage(() -> repositoryOutOfReach().delete(new Records().active()));
    }

    @Test
    default void everyListWithoutABackendIsAnOutageAndNotAnEmptyPage() {
        Records records = new Records();
        assertOutage(() -> repositoryOutOfReach().list(Asking.ofEverybody().query(), null, 10));
        assertOutage(
                () -> repositoryOutOfReach().list(Asking.of(records.owner()).query(), null, 10));
        assertOutage(() -> repositoryOutOfReach().listTrash(records.owner(), null, 10));
        assertOutage(() -> repositoryOutOfReach().listReservations(records.owner(), null, 10));
        assertOutage(() -> repositoryOutOfReach()
                .listCopies(records.owner(), records.active().content().sha256(), null, 10));
        assertOutage(() -> repositoryOutOfReach().listMissing(null, 10));
        assertOutage(() -> repositoryOutOfReach().listExpired(records.now(), null, 10));
    }

    @Test
    default void mendingListsWithoutABackendIsAnOutage() {
        assertOutage(() -> repositoryOutOfReach().mendLists(null, true));
    }

    private static void assertOutage(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(StorageException.class, e -> assertThat(e.kind())
                .isEqualTo(StorageException.Kind.UNAVAILABLE));
    }
}
