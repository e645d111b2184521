package io.pixport.inmemory;

import io.pixport.contracts.Fresh;
import io.pixport.contracts.store.LinkClient;
import io.pixport.contracts.store.VerifierLinks;
import io.pixport.contracts.usecase.UseCaseFixture;
import io.pixport.core.port.ImageStore;
import io.pixport.core.port.MetadataRepository;
import java.net.URI;
import java.time.InstantSource;

/** Both adapters, empty. */
class InMemoryPair implements UseCaseFixture {
    private final InMemoryImageStore store = new InMemoryImageStore(
            InstantSource.system(),
            () -> URI.create("http://127.0.0.1:8080"),
            Fresh.bytes(32),
            InMemoryImageStore.DEFAULT_CAPACITY);
    private final MetadataRepository repository = new InMemoryMetadataRepository();

    @Override
    public ImageStore store() {
        return store;
    }

    @Override
    public MetadataRepository repository() {
        return repository;
    }

    @Override
    public LinkClient links() {
        return new VerifierLinks(store(), store);
    }
}
