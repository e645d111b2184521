package io.pixport.inmemory;

import io.pixport.contracts.listmodel.ListModelProperty;
import io.pixport.core.port.MetadataRepository;

final class InMemoryListModelTest implements ListModelProperty {
    private final MetadataRepository repository = new InMemoryMetadataRepository();

    @Override
    public MetadataRepository repository() {
        return repository;
    }
}
