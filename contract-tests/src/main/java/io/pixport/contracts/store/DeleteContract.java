package io.pixport.contracts.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.pixport.contracts.AtOnce;
import io.pixport.contracts.Fresh;
import io.pixport.core.port.ObjectKey;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Removing objects. */
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

    @Test
    default void manyObjectsAreDeletedInOneCallAndOthersAreLeftAlone() {
        List<ObjectKey> keys = StoreFixture.keys(120);
        keys.forEach(key -> put(key, Fresh.bytes(1)));
        Set<ObjectKey> going = new HashSet<>(keys.subList(10, 110));

        assertThat(store().deleteAll(going)).isEmpty();

        assertThat(keys)
                .filteredOn(key -> store().describe(key).isPresent())
                .doesNotContainAnyElementsOf(going)
                .hasSize(20);
    }

    @Test
    default void ofManyObjectsThoseThatAreNotThereAreAsGoodAsDeleted() {
        ObjectKey key = Fresh.key();
        put(key, Fresh.bytes(1));

        assertThat(store().deleteAll(Set.of(key, Fresh.key()))).isEmpty();
        assertThat(store().deleteAll(Set.of(key))).isEmpty();

        assertThat(store().describe(key)).isEmpty();
    }

    @Test
    default void noneOrTooManyObjectsAreRefused() {
        Set<ObjectKey> tooMany = new HashSet<>(StoreFixture.keys(1001));

        assertThatIllegalArgumentException().isThrownBy(() -> store().deleteAll(Set.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> store().deleteAll(tooMany));
    }
}
