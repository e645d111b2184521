package io.pixport.inmemory;

import io.pixport.contracts.metadata.MetadataRepositoryContract;
import io.pixport.core.port.MetadataRepository;

final class InMemoryMetadataRepositoryTest implements MetadataRepositoryContract {
    private final MetadataRepository repository = new InMemoryMetadataRepository();

    @Override
    public MetadataRepository repository() {
        return repository;
    }
}
