package io.pixport.inmemory;

import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.Image;
import io.pixport.core.model.ImageId;
import io.pixport.core.model.MissingImage;
import io.pixport.core.model.Sha256;
import io.pixport.core.model.TrashedImage;
import io.pixport.core.model.Upload;
import io.pixport.core.model.UserId;
import io.pixport.core.port.ImageQuery;
import io.pixport.core.port.ListWindow;
import io.pixport.core.port.MetadataRepository;
import io.pixport.core.port.Page;
import io.pixport.core.port.Position;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps records in memory, as a strict twin of a DynamoDB table: one record for each id, every write conditional, and
 * every list read from an index of its own, in order and from a position, never by going through all records. Several
 * tags are intersected or merged over their lists.
 *
 * <p>It differs from DynamoDB in two things. It forgets everything when the process stops. And a write changes the record
 * and every list at one instant, so that two lists, read one after the other, never disagree.
 *
 * <p>{@link #find} waits for nobody; lists wait for the writes under way, and writes for the lists.
 */
public final class InMemoryMetadataRepository implements MetadataRepository {
    private static final int MAX_PAGE = 1000;

    private final ConcurrentHashMap<ImageId, Image> records = new ConcurrentHashMap<>();
    private final Index index = new Index();
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    @Override
    public boolean save(Image image) {
        return write(() -> {
            Image present = records.get(image.id());
            if (present == null) {
                keep(image);
            }
            return present == null || present.equals(image);
        });
    }

    @Override
    public Optional<Image> find(ImageId id) {
        return Optional.ofNullable(records.get(id));
    }

    @Override
    public boolean update(Image seen, Image image) {
        if (!image.id().equals(seen.id()) || image.version() != seen.version() + 1) {
            throw new IllegalArgumentException("version %d of %s is replaced by its next, got version %d of %s"
                    .formatted(seen.version(), seen.id(), image.version(), image.id()));
        }
        return write(() -> {
            Image present = records.get(seen.id());
            if (present == null || !present.equals(seen)) {
                return image.equals(present);
            }
            index.remove(present);
            keep(image);
            return true;
        });
    }

    private void keep(Image image) {
        Image kept = index.sharing(image);
        records.put(kept.id(), kept);
        index.add(kept);
    }

    @Override
    public boolean delete(Image seen) {
        return write(() -> {
            Image present = records.get(seen.id());
            if (present == null) {
                return true;
            }
            if (!present.equals(seen)) {
                return false;
            }
            records.remove(seen.id());
            index.remove(present);
            return true;
        });
    }

    @Override
    public Page<ActiveImage> list(ImageQuery query, @Nullable Position after, int limit) {
        return read(limit, () -> page(index.active(query, after), rest(query), limit));
    }

    @Override
    public Page<TrashedImage> listTrash(UserId owner, @Nullable Position after, int limit) {
        return read(limit, () -> page(index.trash(owner, after), image -> true, limit));
    }

    @Override
    public Page<Upload> listReservations(UserId owner, @Nullable Position after, int limit) {
        return read(limit, () -> page(index.reservations(owner, after), image -> true, limit));
    }

    @Override
    public Page<Image> listCopies(UserId owner, Sha256 sha256, @Nullable Position after, int limit) {
        return read(limit, () -> page(index.copies(owner, sha256, after), image -> true, limit));
    }

    @Override
    public Page<MissingImage> listMissing(@Nullable Position after, int limit) {
        return read(limit, () -> page(index.missing(after), image -> true, limit));
    }

    @Override
    public Page<Image> listExpired(Instant now, @Nullable Position after, int limit) {
        return read(limit, () -> page(index.expired(now, after), image -> true, limit));
    }

    /** Nobody else writes here, and a record and its entries change at one instant: there is nothing to mend, in one window. */
    @Override
    public ListWindow mendLists(@Nullable String after, boolean dryRun) {
        if (after != null) {
            throw new IllegalArgumentException("there is one window only, got " + after);
        }
        return new ListWindow(0, 0, 0, 0, Optional.empty());
    }

    /** What the index has not filtered yet; queries that it answers whole do not look at the images at all. */
    private static Predicate<ActiveImage> rest(ImageQuery query) {
        boolean answered =
                query.notTags().isEmpty() && query.format() == null && query.from() == null && query.until() == null;
        return answered ? image -> true : query::matches;
    }

    private static <V> Page<V> page(Walk<V> walk, Predicate<V> filter, int limit) {
        List<V> items = new ArrayList<>(limit);
        Position last = null;
        for (Entry<Position, V> entry = walk.next(); entry != null; entry = walk.next()) {
            if (filter.test(entry.getValue())) {
                if (items.size() == limit) {
                    return new Page<>(items, Optional.ofNullable(last));
                }
                items.add(entry.getValue());
                last = entry.getKey();
            }
        }
        return new Page<>(items, Optional.empty());
    }

    private <V> Page<V> read(int limit, Supplier<Page<V>> action) {
        if (limit < 1 || limit > MAX_PAGE) {
            throw new IllegalArgumentException("a page has 1 to %d entries, got %d".formatted(MAX_PAGE, limit));
        }
        lock.readLock().lock();
        try {
            return action.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    private boolean write(BooleanSupplier action) {
        lock.writeLock().lock();
        try {
            return action.getAsBoolean();
        } finally {
            lock.writeLock().unlock();
        }
    }
}
