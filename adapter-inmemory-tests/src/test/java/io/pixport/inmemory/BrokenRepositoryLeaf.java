package io.pixport.inmemory;

import io.pixport.contracts.listmodel.ListModelProperty;
import io.pixport.contracts.metadata.MetadataRepositoryContract;
import io.pixport.core.port.MetadataRepository;

/** The leaf test that a backend with this repository would have, of the contract as of the property. */
abstract class BrokenRepositoryLeaf implements MetadataRepositoryContract, ListModelProperty {
    private final MetadataRepository broken;

    BrokenRepositoryLeaf(MetadataRepository broken) {
        this.broken = broken;
    }

    @Override
    public MetadataRepository repository() {
        return broken;
    }
}
