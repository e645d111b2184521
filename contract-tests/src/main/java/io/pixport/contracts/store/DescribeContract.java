package io.pixport.contracts.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.Digests;
import io.pixport.contracts.Fresh;
import io.pixport.core.port.ObjectKey;
import io.pixport.core.port.StoredObject;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Asking for the size and checksum of an object. */
public interface DescribeContract extends StoreFixture {
    @Test
    default void anObjectIsDescribedByItsSizeAndChecksum() {
        ObjectKey key = Fresh.key();
        byte[] bytes = Fresh.bytes(12_345);
        put(key, bytes);

        assertThat(store().describe(key)).contains(new StoredObject(key, 12_345, Optional.of(Digests.sha256(bytes))));
    }

    @Test
    default void whatIsNotThereIsNotDescribed() {
        assertThat(store().describe(Fresh.key())).isEmpty();
    }

    @Test
    default void aKeyThatOnlyBeginsLikeAnotherIsNotDescribed() {
        ObjectKey key = Fresh.key();
        put(key, Fresh.bytes(10));

        assertThat(store().describe(new ObjectKey(key + "/more"))).isEmpty();
        assertThat(store().describe(new ObjectKey(
                        key.value().substring(0, key.value().length() - 1))))
                .isEmpty();
    }
}
