package io.pixport.inmemory;

import io.pixport.contracts.metadata.MendListsContract;
import io.pixport.contracts.metadata.MetadataRepositoryContract;
import io.pixport.core.port.MetadataRepository;

final class InMemoryMetadataRepositoryTest implements MetadataRepositoryContract, MendListsContract {
    private final MetadataRepository repository = new InMemoryMetadataRepository();

    @Override
    public MetadataRepository repository() {
        return repository;
    }
}
