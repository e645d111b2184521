package io.pixport.core.usecase;

import io.pixport.core.model.PendingImage;
import io.pixport.core.port.ImageStore;
import io.pixport.core.port.MetadataRepository;
import io.pixport.core.port.ObjectKey;
import io.pixport.core.port.StoredObject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What forms have put for uploads that were completed or given up since. */
final class Leftovers {
    private static final int PAGE_SIZE = 1000;

    private final ImageStore store;
    private final MetadataRepository repository;

    Leftovers(ImageStore store, MetadataRepository repository) {
        this.store = store;
        this.repository = repository;
    }

    /**
     * What was found.
     *
     * @param objects objects that were looked at
     * @param leftovers those of them that no reservation waits for
     * @param removed those of the leftovers that are gone now
     */
    record Found(long objects, long leftovers, long removed) {
        private Found plus(long more, long left, long gone) {
            return new Found(objects + more, leftovers + left, removed + gone);
        }
    }

    /**
     * Clears away what was put for reservations made from one time until before another. A reservation is recorded before
     * anybody can put something for it, so where there is none now there will be none.
     */
    Found clear(Instant from, Instant until, boolean dryRun) {
        Found found = new Found(0, 0, 0);
        ObjectKey after = ObjectKey.uploadedPosition(from);
        ObjectKey end = ObjectKey.uploadedPosition(until);
        boolean more = true;
        while (more) {
            List<StoredObject> page = store.list(after, PAGE_SIZE);
            List<ObjectKey> keys = page.stream()
                    .map(StoredObject::key)
                    .filter(key -> key.compareTo(end) < 0)
                    .toList();
            Set<ObjectKey> leftovers = keys.stream().filter(this::isLeftOver).collect(Collectors.toSet());
            int kept = dryRun || leftovers.isEmpty()
                    ? leftovers.size()
                    : store.deleteAll(leftovers).size();
            found = found.plus(keys.size(), leftovers.size(), leftovers.size() - kept);
            more = keys.size() == PAGE_SIZE;
            after = more ? keys.getLast() : after;
        }
        return found;
    }

    private boolean isLeftOver(ObjectKey key) {
        return key.uploadedId()
                .filter(id -> !(repository.find(id).orElse(null) instanceof PendingImage))
                .isPresent();
    }
}
