package io.pixport.core.usecase;

import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.DuplicateImage;
import io.pixport.core.model.Image;
import io.pixport.core.model.MissingImage;
import io.pixport.core.model.PendingImage;
import io.pixport.core.model.PurgingImage;
import io.pixport.core.model.RejectedImage;
import io.pixport.core.model.TrashedImage;
import io.pixport.core.port.MetadataRepository;
import io.pixport.core.port.Page;
import io.pixport.core.port.Position;
import io.pixport.core.port.StorageException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Clears away what has expired: the trash whose retention is over, reservations that were never completed or became
 * no image, with whatever has arrived for them, and removals that another purge did not finish. It may be interrupted
 * anywhere, run by several at once, and run again.
 */
public final class PurgeExpired {
    private static final int PAGE_SIZE = 100;

    private final MetadataRepository repository;
    private final Purge purge;
    private final InstantSource clock;
    private final Duration patience;

    /** @param patience how long one removal may take before another purge goes on with it */
    public PurgeExpired(MetadataRepository repository, Purge purge, InstantSource clock, Duration patience) {
        this.repository = repository;
        this.purge = purge;
        this.clock = clock;
        this.patience = patience;
    }

    /**
     * What a run did.
     *
     * @param purged images whose bytes and records are gone
     * @param failed images that a store failed on; the next run tries them again
     */
    public record Report(int purged, int failed) {}

    /**
     * Goes once through everything that has expired by now.
     *
     * @throws StorageException when the repository cannot say what has expired
     */
    public Report run() {
        Instant now = clock.instant();
        int purged = 0;
        int failed = 0;
        @Nullable Position after = null;
        Page<Image> page;
        do {
            page = repository.listExpired(now, after, PAGE_SIZE);
            Report report = purge(page.items(), now);
            purged += report.purged();
            failed += report.failed();
            after = page.next().orElse(null);
        } while (after != null);
        return new Report(purged, failed);
    }

    private Report purge(List<Image> expired, Instant now) {
        List<PurgingImage> marked = new ArrayList<>();
        int notMarked = 0;
        for (Image image : expired) {
            try {
                mark(image, now).ifPresent(marked::add);
            } catch (StorageException e) {
                notMarked++;
            }
        }
        int notFinished = purge.finishAll(marked);
        return new Report(marked.size() - notFinished, notMarked + notFinished);
    }

    /** Marks the image, so that nobody can restore or complete it any more; empty when somebody has just changed it. */
    private Optional<PurgingImage> mark(Image image, Instant now) {
        return switch (image) {
            case PurgingImage purging -> Optional.of(purging);
            case TrashedImage trashed -> replaced(trashed, trashed.purge(now, patience));
            case PendingImage pending -> replaced(pending, pending.purge(now, patience));
            case RejectedImage rejected -> replaced(rejected, rejected.purge(now, patience));
            case DuplicateImage duplicate -> replaced(duplicate, duplicate.purge(now, patience));
            case ActiveImage active -> Optional.empty();
            case MissingImage missing -> Optional.empty();
        };
    }

    private Optional<PurgingImage> replaced(Image image, PurgingImage marked) {
        return repository.update(image, marked) ? Optional.of(marked) : Optional.empty();
    }
}
