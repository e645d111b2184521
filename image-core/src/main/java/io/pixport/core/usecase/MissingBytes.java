package io.pixport.core.usecase;

import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.ImageId;
import io.pixport.core.model.MissingImage;
import io.pixport.core.port.ImageStore;
import io.pixport.core.port.MetadataRepository;
import io.pixport.core.port.ObjectKey;
import io.pixport.core.port.Page;
import io.pixport.core.port.Position;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The images whose bytes one run of the reconciler does not find, and those whose bytes it finds again. */
final class MissingBytes {
    private static final int PAGE_SIZE = 1000;
    /** Rather than all of them: a store that was set up anew, or taken for another, lacks everything. */
    private static final int MISSED_AT_MOST = 1000;

    private final ImageStore store;
    private final MetadataRepository repository;
    private final InstantSource clock;
    private final boolean dryRun;
    private final List<ImageId> missing = new ArrayList<>();
    private long found;

    MissingBytes(ImageStore store, MetadataRepository repository, InstantSource clock, boolean dryRun) {
        this.store = store;
        this.repository = repository;
        this.clock = clock;
        this.dryRun = dryRun;
    }

    /** Looks once more for whatever is missing. */
    void lookForAll() {
        @Nullable Position after = null;
        do {
            Page<MissingImage> page = repository.listMissing(after, PAGE_SIZE);
            page.items().forEach(this::lookFor);
            after = page.next().orElse(null);
        } while (after != null);
    }

    private void lookFor(MissingImage image) {
        if (lacksBytes(image.id())) {
            report(image.id());
        } else if (dryRun || repository.update(image, image.found(clock.instant()))) {
            found++;
        }
    }

    /** Misses the bytes of an image that was listed, unless it has been erased since. */
    void miss(ImageId id) {
        if (missing.size() < MISSED_AT_MOST
                && lacksBytes(id)
                && repository.find(id).orElse(null) instanceof ActiveImage image
                && (dryRun || repository.update(image, image.missing(clock.instant())))) {
            report(id);
        }
    }

    private boolean lacksBytes(ImageId id) {
        return store.describe(ObjectKey.of(id)).isEmpty();
    }

    private void report(ImageId id) {
        if (missing.size() < MISSED_AT_MOST) {
            missing.add(id);
        }
    }

    List<ImageId> missing() {
        return missing;
    }

    long found() {
        return found;
    }
}
