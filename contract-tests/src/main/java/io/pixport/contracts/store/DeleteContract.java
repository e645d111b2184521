package io.pixport.contracts.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.pixport.contracts.AtOnce;
import io.pixport.contracts.Fresh;
import io.pixport.core.port.ObjectKey;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Removing an object. */
public interface DeleteContract extends StoreFixture {
    @Test
    default void whatIsDeletedIsGoneAsSoonAsDeleteReturns() {
        ObjectKey key = Fresh.key();
        put(key, Fresh.bytes(100));

        store().delete(key);

        assertThat(read(key)).isEmpty();
        assertThat(store().describe(key)).isEmpty();
    }

    @Test
    default void deletingWhatIsNotThereDoesNothing() {
        assertThatCode(() -> store().delete(Fresh.key())).doesNotThrowAnyException();
    }

    @Test
    default void deletingTwiceDoesNothingTheSecondTime() {
        ObjectKey key = Fresh.key();
        put(key, Fresh.bytes(100));
        store().delete(key);

        assertThatCode(() -> store().delete(key)).doesNotThrowAnyException();

        assertThat(read(key)).isEmpty();
    }

    @Test
    default void deletingLeavesOtherObjectsAlone() {
        List<ObjectKey> keys = StoreFixture.keys(3);
        byte[] bytes = Fresh.bytes(100);
        keys.forEach(key -> put(key, bytes));

        store().delete(keys.get(1));

        assertThat(read(keys.get(0))).contains(bytes);
        assertThat(read(keys.get(1))).isEmpty();
        assertThat(read(keys.get(2))).contains(bytes);
    }

    @Test
    default void manyDeleteOneObjectAtOnce() {
        ObjectKey key = Fresh.key();
        put(key, Fresh.bytes(100));

        AtOnce.call(16, i -> {
            store().delete(key);
            return i;
        });

        assertThat(read(key)).isEmpty();
    }
}
