package io.pixport.core.usecase;

import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.Image;
import io.pixport.core.model.ImageId;
import io.pixport.core.model.PurgingImage;
import io.pixport.core.model.TrashedImage;
import io.pixport.core.port.ImageQuery;
import io.pixport.core.port.ImageStore;
import io.pixport.core.port.MetadataRepository;
import io.pixport.core.port.ObjectKey;
import io.pixport.core.port.Page;
import io.pixport.core.port.Position;
import io.pixport.core.port.StoredObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds bytes and records together. Bytes without a record, left by an upload that died, are removed; records without
 * bytes are reported, and never dropped. It is safe to run at any time, by several at once, and beside uploads: younger
 * bytes than the grace are left alone, and an id is barred before its bytes are removed, so that an upload that is later
 * still fails instead of saving a record without bytes.
 */
public final class Reconcile {
    private static final int PAGE_SIZE = 1000;
    private static final int REPORTED = 1000;

    private final ImageStore store;
    private final MetadataRepository repository;
    private final InstantSource clock;
    private final Duration grace;

    /** @param grace how old bytes without a record have to be, longer than any upload may take to store its bytes */
    public Reconcile(ImageStore store, MetadataRepository repository, InstantSource clock, Duration grace) {
        this.store = store;
        this.repository = repository;
        this.clock = clock;
        this.grace = grace;
    }

    /**
     * What a run found.
     *
     * @param objects objects that were looked at
     * @param orphansRemoved objects that had no record and are gone now
     * @param images active images that were looked at
     * @param missing active images whose bytes are not in the store, at most 1000 of them
     */
    public record Report(long objects, long orphansRemoved, long images, List<ImageId> missing) {
        public Report {
            missing = List.copyOf(missing);
        }
    }

    /**
     * Goes once through all objects and all active images.
     *
     * @throws io.pixport.core.port.StorageException when a store failed; what was done until then stays done
     */
    public Report run() {
        long objects = 0;
        long orphans = 0;
        List<StoredObject> page;
        @Nullable ObjectKey after = null;
        do {
            page = store.list(after, PAGE_SIZE);
            for (StoredObject object : page) {
                objects++;
                orphans += removeIfOrphan(object.key()) ? 1 : 0;
                after = object.key();
            }
        } while (page.size() == PAGE_SIZE);
        return withMissing(objects, orphans);
    }

    private boolean removeIfOrphan(ObjectKey key) {
        Optional<ImageId> id = key.imageId();
        Instant now = clock.instant();
        if (id.isEmpty()
                || id.get().timestamp().plus(grace).isAfter(now)
                || repository.find(id.get()).isPresent()
                || !repository.save(PurgingImage.orphan(id.get(), now, grace))) {
            return false;
        }
        store.delete(key);
        return true;
    }

    private Report withMissing(long objects, long orphans) {
        long images = 0;
        List<ImageId> missing = new ArrayList<>();
        @Nullable Position after = null;
        do {
            Page<ActiveImage> page = repository.list(ImageQuery.EVERYTHING, after, PAGE_SIZE);
            for (ActiveImage image : page.items()) {
                images++;
                if (missing.size() < REPORTED && lacksBytes(image.id())) {
                    missing.add(image.id());
                }
            }
            after = page.next().orElse(null);
        } while (after != null);
        return new Report(objects, orphans, images, missing);
    }

    /** Looks at the record once more, because the image may have been erased since it was listed. */
    private boolean lacksBytes(ImageId id) {
        if (store.describe(ObjectKey.of(id)).isPresent()) {
            return false;
        }
        Optional<Image> record = repository.find(id);
        return record.isPresent() && (record.get() instanceof ActiveImage || record.get() instanceof TrashedImage);
    }
}
