package io.pixport.core.usecase;

import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.Image;
import io.pixport.core.model.ImageId;
import io.pixport.core.model.PurgingImage;
import io.pixport.core.model.TrashedImage;
import io.pixport.core.port.ImageQuery;
import io.pixport.core.port.ImageQuery.TagMatch;
import io.pixport.core.port.ImageStore;
import io.pixport.core.port.MetadataRepository;
import io.pixport.core.port.ObjectKey;
import io.pixport.core.port.Page;
import io.pixport.core.port.Position;
import io.pixport.core.port.StoredObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
    private final Leftovers leftovers;

    /**
     * @param grace how old bytes without a record have to be, longer than any upload may take to store its bytes and than
     *     any link or form for storing lives
     */
    public Reconcile(ImageStore store, MetadataRepository repository, InstantSource clock, Duration grace) {
        this.store = store;
        this.repository = repository;
        this.clock = clock;
        this.grace = grace;
        this.leftovers = new Leftovers(store, repository);
    }

    /**
     * What a run is to do. It ends with what is as old as the grace.
     *
     * @param since only what was made at this time or later, such as {@link Report#until} of the run before
     * @param dryRun whether what is found stays
     */
    public record Scope(Instant since, boolean dryRun) {
        /** All that there is, from the beginning. */
        public static final Scope EVERYTHING = new Scope(Instant.EPOCH, false);

        public static Scope since(Instant time) {
            return new Scope(time, false);
        }

        /** The same, but nothing is removed. */
        public Scope asDryRun() {
            return new Scope(since, true);
        }
    }

    /**
     * What a run found.
     *
     * @param objects objects that were looked at
     * @param orphans those of them that had no record, or that a form has put for an upload which is over
     * @param removed those of the orphans that are gone now
     * @param images active images that were looked at
     * @param missing active images whose bytes are not in the store, at most 1000 of them
     * @param until what was made before this time was looked at
     */
    public record Report(long objects, long orphans, long removed, long images, List<ImageId> missing, Instant until) {
        public Report {
            missing = List.copyOf(missing);
        }
    }

    /**
     * Goes once through the objects and active images of the scope, side by side.
     *
     * @throws io.pixport.core.port.StorageException when a store failed; what was done until then stays done
     */
    public Report run(Scope scope) {
        return new Walk(scope).toTheEnd();
    }

    /** One run, and what it has found so far. */
    private final class Walk {
        private final boolean dryRun;
        private final Instant start;
        private final Instant end;
        private final List<ImageId> missing = new ArrayList<>();
        private long objects;
        private long orphans;
        private long removed;
        private long images;

        Walk(Scope scope) {
            dryRun = scope.dryRun();
            start = scope.since();
            end = clock.instant().minus(grace).truncatedTo(ChronoUnit.MILLIS).plusMillis(1);
        }

        Report toTheEnd() {
            Instant from = start;
            ObjectKey after = ObjectKey.position(start);
            boolean more = true;
            while (more) {
                List<StoredObject> page = store.list(after, PAGE_SIZE);
                more = page.size() == PAGE_SIZE && isBeforeEnd(page.getLast().key());
                NavigableSet<ImageId> ids = idsBeforeEnd(page);
                Instant until = !more ? end : ids.isEmpty() ? from : ids.last().timestamp();
                compare(ids, from, until);
                from = until;
                after = more ? page.getLast().key() : after;
            }
            Leftovers.Found found = leftovers.clear(start, end, dryRun);
            return new Report(
                    objects + found.objects(),
                    orphans + found.leftovers(),
                    removed + found.removed(),
                    images,
                    missing,
                    end);
        }

        private boolean isBeforeEnd(ObjectKey key) {
            return key.compareTo(ObjectKey.position(end)) < 0;
        }

        private NavigableSet<ImageId> idsBeforeEnd(List<StoredObject> page) {
            NavigableSet<ImageId> ids = new TreeSet<>();
            for (StoredObject object : page) {
                if (isBeforeEnd(object.key())) {
                    object.key().imageId().ifPresent(ids::add);
                }
            }
            return ids;
        }

        /**
         * Only where the two lists differ are single objects and records looked at, and that decides: a page may begin or
         * end within a millisecond, and both lists change meanwhile.
         */
        private void compare(Set<ImageId> stored, Instant from, Instant until) {
            objects += stored.size();
            ImageQuery query = new ImageQuery(null, Set.of(), TagMatch.ALL, Set.of(), null, from, until);
            @Nullable Position after = null;
            do {
                Page<ActiveImage> page = repository.list(query, after, PAGE_SIZE);
                for (ActiveImage image : page.items()) {
                    images++;
                    if (!stored.remove(image.id()) && missing.size() < REPORTED && lacksBytes(image.id())) {
                        missing.add(image.id());
                    }
                }
                after = page.next().orElse(null);
            } while (after != null);
            stored.stream().filter(id -> repository.find(id).isEmpty()).forEach(this::orphan);
        }

        private void orphan(ImageId id) {
            orphans++;
            if (!dryRun && repository.save(PurgingImage.orphan(id, clock.instant(), grace))) {
                store.delete(ObjectKey.of(id));
                removed++;
            }
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
}
