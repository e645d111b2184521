package io.pixport.contracts.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pixport.contracts.AtOnce;
import io.pixport.contracts.Fresh;
import io.pixport.core.model.ImageFormat;
import io.pixport.core.port.ImageStore;
import io.pixport.core.port.ObjectKey;
import io.pixport.core.port.StorageException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a store promises whose room is bounded. */
public interface CapacityContract {
    /** An empty store with room for so many bytes. */
    ImageStore storeOf(long capacity);

    @Test
    default void aStoreTakesAsMuchAsItHasRoomFor() {
        ImageStore store = storeOf(3000);

        assertThat(put(store, Fresh.key(), 1000)).isTrue();
        assertThat(put(store, Fresh.key(), 2000)).isTrue();
    }

    @Test
    default void aStoreWithoutRoomSaysThatItIsFullAndStoresNothing() {
        ImageStore store = storeOf(3000);
        ObjectKey key = Fresh.key();
        put(store, Fresh.key(), 2001);

        assertThatThrownBy(() -> put(store, key, 1000))
                .isInstanceOfSatisfying(
                        StorageException.class, e -> assertThat(e.kind()).isEqualTo(StorageException.Kind.FULL));

        assertThat(store.describe(key)).isEmpty();
        assertThat(put(store, key, 999)).isTrue();
    }

    @Test
    default void deletingMakesRoom() {
        ImageStore store = storeOf(3000);
        ObjectKey first = Fresh.key();
        put(store, first, 3000);
        store.delete(first);
        store.delete(first);

        assertThat(put(store, Fresh.key(), 3000)).isTrue();
    }

    @Test
    default void whatWasRefusedTakesNoRoom() {
        ImageStore store = storeOf(3000);
        byte[] bytes = Fresh.bytes(3000);
        assertThatThrownBy(() -> store.put(Fresh.key(), WatchedPayload.breakingAt(1500, bytes), ImageFormat.PNG))
                .isInstanceOf(StorageException.class);

        assertThat(put(store, Fresh.key(), 3000)).isTrue();
    }

    @Test
    default void whatIsThereAlreadyTakesNoRoomTwice() {
        ImageStore store = storeOf(3000);
        ObjectKey key = Fresh.key();
        byte[] bytes = Fresh.bytes(2000);
        store.put(key, new BytesPayload(bytes), ImageFormat.PNG);

        assertThat(store.put(key, new BytesPayload(bytes), ImageFormat.PNG)).isTrue();

        assertThat(put(store, Fresh.key(), 1000)).isTrue();
    }

    @Test
    default void manyAtOnceDoNotFillAStoreBeyondItsRoom() {
        ImageStore store = storeOf(3000);

        List<Boolean> stored = AtOnce.call(16, i -> tryPut(store, 1000));

        assertThat(stored.stream().filter(done -> done)).hasSize(3);
    }

    private static boolean tryPut(ImageStore store, int size) {
        try {
            return put(store, Fresh.key(), size);
        } catch (StorageException full) {
            return false;
        }
    }

    private static boolean put(ImageStore store, ObjectKey key, int size) {
        return store.put(key, new BytesPayload(Fresh.bytes(size)), ImageFormat.PNG);
    }
}
