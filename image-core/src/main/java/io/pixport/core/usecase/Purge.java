package io.pixport.core.usecase;

import io.pixport.core.model.PurgingImage;
import io.pixport.core.port.ImageStore;
import io.pixport.core.port.MetadataRepository;
import io.pixport.core.port.ObjectKey;

/** The end of every image: its bytes go, and when they are gone, its record. */
public final class Purge {
    private final ImageStore store;
    private final MetadataRepository repository;

    public Purge(ImageStore store, MetadataRepository repository) {
        this.store = store;
        this.repository = repository;
    }

    /** Removes the bytes and the record of an image that is marked. Repeated, or done by two at once, it does no harm. */
    void finish(PurgingImage marked) {
        store.delete(ObjectKey.of(marked.id()));
        repository.delete(marked);
    }
}
