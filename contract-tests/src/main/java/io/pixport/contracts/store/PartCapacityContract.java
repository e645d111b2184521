package io.pixport.contracts.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.Fresh;
import io.pixport.core.model.ImageFormat;
import io.pixport.core.port.ImageStore;
import io.pixport.core.port.MultipartUpload;
import io.pixport.core.port.StorageException;
import org.junit.jupiter.api.Test;

/** What a store promises of parts whose room is bounded. */
public interface PartCapacityContract {
    /** An empty store with room for so many bytes. */
    ImageStore storeOf(long capacity);

    /** Sends a part of so many bytes. */
    void sendPart(ImageStore store, MultipartUpload upload, int number, int size);

    @Test
    default void partsTakeRoomAndWhatIsAssembledOfThemTakesNoMore() {
        ImageStore store = storeOf(3000);
        MultipartUpload upload = store.begin(Fresh.key(), ImageFormat.PNG);
        sendPart(store, upload, 1, 2000);
        assertThat(roomFor(store, 1001)).isFalse();

        assertThat(store.assemble(upload, store.listParts(upload))).isTrue();

        assertThat(roomFor(store, 1001)).isFalse();
        assertThat(roomFor(store, 1000)).isTrue();
        store.delete(upload.key());
        assertThat(roomFor(store, 2000)).isTrue();
    }

    @Test
    default void abortingMakesRoom() {
        ImageStore store = storeOf(3000);
        MultipartUpload upload = store.begin(Fresh.key(), ImageFormat.PNG);
        sendPart(store, upload, 1, 1000);
        sendPart(store, upload, 2, 2000);
        store.abort(upload);
        store.abort(upload);

        assertThat(roomFor(store, 3000)).isTrue();
        assertThat(roomFor(store, 1)).isFalse();
    }

    @Test
    default void aPartThatIsReplacedAndOneThatIsNotAssembledTakeNoRoom() {
        ImageStore store = storeOf(3000);
        MultipartUpload upload = store.begin(Fresh.key(), ImageFormat.PNG);
        sendPart(store, upload, 1, 1000);
        sendPart(store, upload, 1, 500);
        sendPart(store, upload, 2, 2500);
        store.assemble(upload, store.listParts(upload).subList(0, 1));

        assertThat(roomFor(store, 2501)).isFalse();
        assertThat(roomFor(store, 2500)).isTrue();
    }

    private static boolean roomFor(ImageStore store, int size) {
        try {
            return store.put(Fresh.key(), new BytesPayload(Fresh.bytes(size)), ImageFormat.PNG);
        } catch (StorageException full) {
            return false;
        }
    }
}
