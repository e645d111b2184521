package io.pixport.core.usecase;

import io.pixport.core.model.ImageId;
import io.pixport.core.model.PendingImage;
import io.pixport.core.port.ImageStore;
import io.pixport.core.port.MetadataRepository;
import io.pixport.core.port.MultipartUpload;
import io.pixport.core.port.ObjectKey;
import java.time.Instant;
import java.util.List;

/** Multipart uploads that no reservation knows of, left by one that died before it was recorded. */
final class AbandonedUploads {
    private static final int PAGE_SIZE = 1000;
    /** Before every other of the same key. */
    private static final String FIRST = "0";

    private final ImageStore store;
    private final MetadataRepository repository;

    AbandonedUploads(ImageStore store, MetadataRepository repository) {
        this.store = store;
        this.repository = repository;
    }

    /**
     * Ends those whose ids were made from one time until before another. Few uploads are so old, so each is looked up.
     *
     * @return how many were found
     */
    long end(Instant from, Instant until, boolean dryRun) {
        ObjectKey end = ObjectKey.position(until);
        MultipartUpload after = new MultipartUpload(ObjectKey.position(from), FIRST);
        long found = 0;
        boolean more = true;
        while (more) {
            List<MultipartUpload> page = store.listUploads(after, PAGE_SIZE).stream()
                    .filter(upload -> upload.key().compareTo(end) < 0)
                    .toList();
            List<MultipartUpload> abandoned =
                    page.stream().filter(this::isAbandoned).toList();
            if (!dryRun) {
                abandoned.forEach(store::abort);
            }
            found += abandoned.size();
            more = page.size() == PAGE_SIZE;
            after = more ? page.getLast() : after;
        }
        return found;
    }

    private boolean isAbandoned(MultipartUpload upload) {
        return upload.key().imageId().filter(id -> !isAwaited(id, upload.id())).isPresent();
    }

    private boolean isAwaited(ImageId id, String uploadId) {
        return repository.find(id).orElse(null) instanceof PendingImage pending
                && pending.parts() != null
                && pending.parts().uploadId().equals(uploadId);
    }
}
