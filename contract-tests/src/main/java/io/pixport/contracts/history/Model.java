package io.pixport.contracts.history;

import io.pixport.contracts.history.State.Active;
import io.pixport.contracts.history.State.Trashed;
import io.pixport.core.model.ImageId;
import io.pixport.core.model.OnDuplicate;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What should be: a map from ids to states, and every answer by going through all of it. */
final class Model {
    /** An id that somebody has come by, and how it stands with it. */
    record Entry(ImageId id, int owner, State state) {
        boolean is(Class<? extends State> sort) {
            return sort.isInstance(state);
        }

        Active active() {
            return (Active) state;
        }

        Trashed trashed() {
            return (Trashed) state;
        }
    }

    /** What a number is below by which one that fits is picked. */
    static final int LOW = 3;

    /** By their texts, which are ordered as the ids are to be. */
    private final TreeMap<String, Entry> entries = new TreeMap<>();

    void put(ImageId id, int owner, State state) {
        entries.put(id.toString(), new Entry(id, owner, state));
    }

    boolean knows(ImageId id) {
        return entries.containsKey(id.toString());
    }

    Entry get(ImageId id) {
        return Optional.ofNullable(entries.get(id.toString())).orElseThrow();
    }

    /** All there has ever been, the youngest first. */
    Stream<Entry> all() {
        return entries.descendingMap().values().stream();
    }

    Stream<Entry> all(Class<? extends State> sort) {
        return all().filter(entry -> entry.is(sort));
    }

    /** One of all, by a number: a low one is one of the youngest of those that fit, if there are any, another is any. */
    Optional<Entry> pick(int number, Predicate<Entry> fits) {
        return pick(number, all().toList(), fits);
    }

    /** The same of others, which are in this order. */
    static <T> Optional<T> pick(int number, List<T> all, Predicate<T> fits) {
        List<T> fitting = number < LOW ? all.stream().filter(fits).toList() : List.of();
        List<T> candidates = fitting.isEmpty() ? all : fitting;
        return candidates.isEmpty() ? Optional.empty() : Optional.of(candidates.get(number % candidates.size()));
    }

    /** The images that a list shows, in its order. */
    List<Entry> listed(Predicate<Entry> filter) {
        return newestFirst(
                all(Active.class).filter(filter), entry -> entry.active().uploadedAt());
    }

    /** A user's trash, in its order. */
    List<Entry> trash(int user) {
        return newestFirst(all(Trashed.class).filter(entry -> entry.owner() == user), entry -> entry.trashed()
                .deletedAt());
    }

    /** The image that takes the place of a picture which its owner sends again. */
    Optional<Entry> copy(int owner, int picture, OnDuplicate onDuplicate, Instant now) {
        Optional<Entry> active = onDuplicate == OnDuplicate.KEEP
                ? Optional.empty()
                : listed(entry -> entry.owner() == owner && entry.active().picture() == picture).stream()
                        .findFirst();
        return onDuplicate == OnDuplicate.RESTORE ? active.or(() -> restorableCopy(owner, picture, now)) : active;
    }

    private Optional<Entry> restorableCopy(int owner, int picture, Instant now) {
        Stream<Entry> copies = all(Trashed.class)
                .filter(entry -> entry.owner() == owner
                        && entry.trashed().image().picture() == picture
                        && entry.trashed().purgeAt().isAfter(now));
        return newestFirst(copies, entry -> entry.trashed().image().uploadedAt()).stream()
                .findFirst();
    }

    /** By a time, then by id. */
    private static List<Entry> newestFirst(Stream<Entry> entries, Function<Entry, Instant> time) {
        return entries.sorted(Comparator.comparing(time)
                        .thenComparing(entry -> entry.id().toString())
                        .reversed())
                .toList();
    }
}
