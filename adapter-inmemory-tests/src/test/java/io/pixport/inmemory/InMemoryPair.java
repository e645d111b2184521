package io.pixport.inmemory;

import io.pixport.contracts.Fresh;
import io.pixport.contracts.history.HistoryFixture;
import io.pixport.contracts.store.LinkClient;
import io.pixport.contracts.store.VerifierLinks;
import io.pixport.core.port.IdempotencyStore;
import io.pixport.core.port.ImageStore;
import io.pixport.core.port.MetadataRepository;
import java.net.URI;
import java.time.InstantSource;

/** The adapters, empty. */
class InMemoryPair implements HistoryFixture {
    private final InMemoryImageStore store = new InMemoryImageStore(
            InstantSource.system(),
            () -> URI.create("http://127.0.0.1:8080"),
            Fresh.bytes(32),
            InMemoryImageStore.DEFAULT_CAPACITY);
    private final MetadataRepository repository = new InMemoryMetadataRepository();
    private final IdempotencyStore requestKeys = new InMemoryIdempotencyStore();

    @Override
    public ImageStore store() {
        return store;
    }

    @Override
    public MetadataRepository repository() {
        return repository;
    }

    @Override
    public IdempotencyStore requestKeys() {
        return requestKeys;
    }

    @Override
    public LinkClient links() {
        return new VerifierLinks(store(), store);
    }
}
