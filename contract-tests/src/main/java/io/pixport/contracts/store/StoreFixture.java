package io.pixport.contracts.store;

import io.pixport.contracts.Fresh;
import io.pixport.core.model.ImageFormat;
import io.pixport.core.port.ImageStore;
import io.pixport.core.port.ObjectContent;
import io.pixport.core.port.ObjectKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What the contracts of a store need of a backend: the store, which may hold other objects besides. */
public interface StoreFixture {
    /** The store under test, the same one throughout a test. */
    ImageStore store();

    /** Stores the bytes as a PNG. */
    default boolean put(ObjectKey key, byte[] bytes) {
        return store().put(key, new BytesPayload(bytes), ImageFormat.PNG);
    }

    /** The whole object; empty when there is none. */
    default Optional<byte[]> read(ObjectKey key) {
        return store().open(key, null).map(StoreFixture::drain);
    }

    /** Reads what is open to its end and closes it. */
    static byte[] drain(ObjectContent content) {
        try (content) {
            return content.stream().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As many fresh keys, in their order. */
    static List<ObjectKey> keys(int number) {
        String prefix = Fresh.key().value();
        return IntStream.range(0, number)
                .mapToObj(i -> new ObjectKey("%s/%03d".formatted(prefix, i)))
                .toList();
    }
}
