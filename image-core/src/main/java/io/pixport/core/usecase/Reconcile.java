package io.pixport.core.usecase;

import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.ImageId;
import io.pixport.core.model.PurgingImage;
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
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Holds bytes and records together. Bytes without a record, left by an upload that died, are removed. Active images
 * without bytes are marked as missing, so that no answer shows them any more, reported, and never dropped; they are active
 * again once their bytes are back. It is safe to run at any time, by several at once, and beside uploads: younger bytes
 * than the grace are left alone, and an id is barred before its bytes are removed, so that an upload that is later still
 * fails instead of saving a record without bytes.
 *
 * <p>It goes through both lists a window of at most 1000 objects at a time, and keeps nothing of a window but numbers and
 * the ids of missing images. A run that is given a time ends after the window in which it is over, and the next can go on
 * from there.
 */
public final class Reconcile {
    private static final int PAGE_SIZE = 1000;

    private final ImageStore store;
    private final MetadataRepository repository;
    private final InstantSource clock;
    private final Duration grace;
    private final Leftovers leftovers;
    private final AbandonedUploads abandonedUploads;

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
        this.abandonedUploads = new AbandonedUploads(store, repository);
    }

    /**
     * What a run is to do. It ends with what is as old as the grace.
     *
     * @param since only what was made at this time or later, such as {@link Report#until} of the run before
     * @param dryRun whether what is found stays as it is
     * @param time after which no further window is begun; null for as long as it takes
     */
    public record Scope(
            Instant since, boolean dryRun, @Nullable Duration time) {
        /** All that there is, from the beginning. */
        public static final Scope EVERYTHING = since(Instant.EPOCH);

        public static Scope since(Instant time) {
            return new Scope(time, false, null);
        }

        /** The same, but nothing is changed. */
        public Scope asDryRun() {
            return new Scope(since, true, time);
        }

        /** The same, in at most about this time. */
        public Scope within(Duration most) {
            return new Scope(since, dryRun, most);
        }
    }

    /**
     * What a run found.
     *
     * @param objects objects that were looked at
     * @param orphans those of them that had no record, or that a form has put for an upload which is over, and multipart
     *     uploads that no reservation knows of
     * @param removed those of the orphans that are gone now
     * @param images active images that were looked at
     * @param missing images whose bytes are not in the store, those that were known to be missing first, at most 1000 of them
     * @param found images that were missing and whose bytes are there again
     * @param until what was made before this time was looked at
     * @param complete whether that is all of the scope
     */
    public record Report(
            long objects,
            long orphans,
            long removed,
            long images,
            List<ImageId> missing,
            long found,
            Instant until,
            boolean complete) {
        public Report {
            missing = List.copyOf(missing);
        }
    }

    /**
     * Looks once more for the bytes of what is missing, and goes once through the objects and active images of the scope,
     * side by side.
     *
     * @throws io.pixport.core.port.StorageException when a store failed; what was done until then stays done
     */
    public Report run(Scope scope) {
        return new Walk(scope).run();
    }

    /** One run, and what it has found so far. */
    private final class Walk {
        private final boolean dryRun;
        private final Instant start;
        private final Instant end;
        private final Instant deadline;
        private final MissingBytes bytes;
        private long objects;
        private long orphans;
        private long removed;
        private long images;

        Walk(Scope scope) {
            Instant now = clock.instant();
            dryRun = scope.dryRun();
            start = scope.since();
            end = now.minus(grace).truncatedTo(ChronoUnit.MILLIS).plusMillis(1);
            bytes = new MissingBytes(store, repository, clock, dryRun);
            deadline = scope.time() == null ? Instant.MAX : now.plus(scope.time());
        }

        Report run() {
            bytes.lookForAll();
            Instant from = start;
            ObjectKey after = ObjectKey.position(start);
            boolean more = true;
            do {
                List<StoredObject> page = store.list(after, PAGE_SIZE);
                more = page.size() == PAGE_SIZE && isBeforeEnd(page.getLast().key());
                NavigableSet<ImageId> ids = idsBeforeEnd(page);
                Instant until = !more ? end : ids.isEmpty() ? from : ids.last().timestamp();
                compare(ids, from, until);
                clearLeftovers(from, until);
                endUploads(from, until);
                from = until;
                after = more ? page.getLast().key() : after;
            } while (more && clock.instant().isBefore(deadline));
            return new Report(objects, orphans, removed, images, bytes.missing(), bytes.found(), from, !more);
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
                    if (!stored.remove(image.id())) {
                        bytes.miss(image.id());
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

        private void clearLeftovers(Instant from, Instant until) {
            Leftovers.Found cleared = leftovers.clear(from, until, dryRun);
            objects += cleared.objects();
            orphans += cleared.leftovers();
            removed += cleared.removed();
        }

        private void endUploads(Instant from, Instant until) {
            long abandoned = abandonedUploads.end(from, until, dryRun);
            orphans += abandoned;
            removed += dryRun ? 0 : abandoned;
        }
    }
}
