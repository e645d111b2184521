package io.pixport.core.usecase;

import io.pixport.core.model.PurgingImage;
import io.pixport.core.port.ImageStore;
import io.pixport.core.port.MetadataRepository;
import io.pixport.core.port.MultipartUpload;
import io.pixport.core.port.ObjectKey;
import io.pixport.core.port.StorageException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The end of every image: its bytes go, wherever they have arrived, and when they are gone, its record. */
public final class Purge {
    private final ImageStore store;
    private final MetadataRepository repository;

    public Purge(ImageStore store, MetadataRepository repository) {
        this.store = store;
        this.repository = repository;
    }

    /** Removes the bytes and the record of an image that was there. Repeated, or done by two at once, it does no harm. */
    void finish(PurgingImage marked) {
        endUpload(marked);
        store.delete(ObjectKey.of(marked.id()));
        repository.delete(marked);
    }

    /**
     * Does the same to many, and to reservations, whose bytes go together, from wherever they arrived.
     *
     * @return how many of them a store failed on
     */
    int finishAll(List<PurgingImage> all) {
        List<PurgingImage> marked = all.stream().filter(this::uploadIsOver).toList();
        if (marked.isEmpty()) {
            return all.size();
        }
        Set<ObjectKey> kept;
        try {
            kept = store.deleteAll(marked.stream().flatMap(Purge::keys).collect(Collectors.toSet()));
        } catch (StorageException e) {
            return all.size();
        }
        int failed = all.size() - marked.size();
        for (PurgingImage image : marked) {
            failed += keys(image).noneMatch(kept::contains) && recordIsGone(image) ? 0 : 1;
        }
        return failed;
    }

    private boolean uploadIsOver(PurgingImage image) {
        try {
            endUpload(image);
            return true;
        } catch (StorageException e) {
            return false;
        }
    }

    /** Before the bytes are removed, or else they could still be assembled after that. */
    private void endUpload(PurgingImage image) {
        if (image.uploadId() != null) {
            store.abort(new MultipartUpload(ObjectKey.of(image.id()), image.uploadId()));
        }
    }

    private static Stream<ObjectKey> keys(PurgingImage image) {
        return Stream.of(ObjectKey.of(image.id()), ObjectKey.uploaded(image.id()));
    }

    private boolean recordIsGone(PurgingImage image) {
        try {
            repository.delete(image);
            return true;
        } catch (StorageException e) {
            return false;
        }
    }
}
