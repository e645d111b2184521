package io.pixport.core.usecase;

import io.pixport.core.port.ListWindow;
import io.pixport.core.port.MetadataRepository;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds every list to the records: list entries without an image are removed, and those that an image lacks are written.
 * Writes keep both together, so there is something to mend only after somebody else has written to the backend, or a part
 * of it was brought back from a backup. It reads everything that the repository has, and is for that occasion rather
 * than for every day. It is safe to run at any time, by several at once, and beside everything else.
 */
public final class MendLists {
    private final MetadataRepository repository;
    private final InstantSource clock;

    public MendLists(MetadataRepository repository, InstantSource clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /**
     * What a run found.
     *
     * @param entries list entries that were looked at
     * @param stray those of them that were of no image, or not of what it is now
     * @param lacking entries that images lacked
     * @param mended how many of the stray and the lacking are as they should be now
     * @param next what the next run goes on after; empty when everything was looked at
     */
    public record Report(long entries, long stray, long lacking, long mended, Optional<String> next) {
        private Report and(ListWindow window) {
            return new Report(
                    entries + window.entries(),
                    stray + window.stray(),
                    lacking + window.lacking(),
                    mended + window.mended(),
                    window.next());
        }
    }

    /**
     * Goes through what there is, a window at a time.
     *
     * @param after what the run before has given as its end; null to begin
     * @param dryRun whether what is found stays as it is
     * @param time after which no further window is begun
     * @throws IllegalArgumentException when no run ends so
     * @throws io.pixport.core.port.StorageException when the repository failed; what was done until then stays done
     */
    public Report run(@Nullable String after, boolean dryRun, Duration time) {
        Instant deadline = clock.instant().plus(time);
        Report report = new Report(0, 0, 0, 0, Optional.ofNullable(after));
        do {
            report = report.and(repository.mendLists(report.next().orElse(null), dryRun));
        } while (report.next().isPresent() && clock.instant().isBefore(deadline));
        return report;
    }
}
