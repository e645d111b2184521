package io.pixport.core.usecase;

import io.pixport.core.model.Image;
import io.pixport.core.port.MetadataRepository;
import io.pixport.core.port.Page;
import io.pixport.core.port.Position;
import io.pixport.core.port.StorageException;
import io.pixport.core.usecase.Purge.Tally;
import java.time.Instant;
import java.time.InstantSource;
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

    public PurgeExpired(MetadataRepository repository, Purge purge, InstantSource clock) {
        this.repository = repository;
        this.purge = purge;
        this.clock = clock;
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
        Tally tally = Tally.NONE;
        @Nullable Position after = null;
        do {
            Page<Image> page = repository.listExpired(now, after, PAGE_SIZE);
            tally = tally.plus(purge.removeAll(page.items()));
            after = page.next().orElse(null);
        } while (after != null);
        return new Report(tally.removed(), tally.failed());
    }
}
