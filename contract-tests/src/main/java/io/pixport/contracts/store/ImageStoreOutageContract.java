package io.pixport.contracts.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pixport.contracts.Digests;
import io.pixport.contracts.Fresh;
import io.pixport.core.model.ImageFormat;
import io.pixport.core.port.ByteRange;
import io.pixport.core.port.ImageStore;
import io.pixport.core.port.MultipartUpload;
import io.pixport.core.port.PartLink;
import io.pixport.core.port.PostLink;
import io.pixport.core.port.ReadLink;
import io.pixport.core.port.StorageException;
import io.pixport.core.port.StoredPart;
import io.pixport.core.port.WriteLink;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What a store promises while its backend is out of reach. */
public interface ImageStoreOutageContract {
    MultipartUpload UPLOAD = new MultipartUpload(Fresh.key(), "1");

    /** A store whose backend does not answer. */
    ImageStore storeOutOfReach();

    @Test
    default void puttingWithoutABackendIsAnOutage() {
        assertOutage(() -> storeOutOfReach().put(Fresh.key(), new BytesPayload(Fresh.bytes(100)), ImageFormat.PNG));
    }

    @Test
    default void openingWithoutABackendIsAnOutageAndNotAnAbsence() {
        assertOutage(() -> storeOutOfReach().open(Fresh.key(), null));
        assertOutage(() -> storeOutOfReach().open(Fresh.key(), new ByteRange(0, 9)));
    }

    @Test
    default void describingWithoutABackendIsAnOutageAndNotAnAbsence() {
        assertOutage(() -> storeOutOfReach().describe(Fresh.key()));
    }

    @Test
    default void deletingWithoutABackendIsAnOutage() {
        assertOutage(() -> storeOutOfReach().delete(Fresh.key()));
        assertOutage(() -> storeOutOfReach().deleteAll(Set.of(Fresh.key())));
    }

    @Test
    default void listingWithoutABackendIsAnOutageAndNotAnEmptyList() {
        assertOutage(() -> storeOutOfReach().list(null, 10));
    }

    @Test
    default void whatConcernsPartsWithoutABackendIsAnOutageAndNotAnAbsence() {
        assertOutage(() -> storeOutOfReach().begin(Fresh.key(), ImageFormat.PNG));
        assertOutage(() -> storeOutOfReach().listParts(UPLOAD));
        assertOutage(() -> storeOutOfReach().assemble(UPLOAD, List.of(new StoredPart(1, 100, "tag"))));
        assertOutage(() -> storeOutOfReach().abort(UPLOAD));
        assertOutage(() -> storeOutOfReach().listUploads(null, 10));
    }

    @Test
    default void presigningNeedsNoBackend() {
        Duration life = Duration.ofMinutes(1);
        assertThatCode(() -> storeOutOfReach().presignRead(Fresh.key(), new ReadLink(life, ImageFormat.PNG, null)))
                .doesNotThrowAnyException();
        WriteLink write = new WriteLink(life, 100, Digests.sha256(Fresh.bytes(100)), ImageFormat.PNG);
        assertThatCode(() -> storeOutOfReach().presignWrite(Fresh.key(), write)).doesNotThrowAnyException();
        assertThatCode(() -> storeOutOfReach().presignPart(UPLOAD, new PartLink(life, 1, 100)))
                .doesNotThrowAnyException();
        assertThatCode(() -> storeOutOfReach().presignPost(Fresh.key(), new PostLink(life, 100, ImageFormat.PNG)))
                .doesNotThrowAnyException();
    }

    private static void assertOutage(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(StorageException.class, e -> assertThat(e.kind())
                .isEqualTo(StorageException.Kind.UNAVAILABLE));
    }
}
