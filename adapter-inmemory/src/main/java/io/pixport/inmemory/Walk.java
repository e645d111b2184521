package io.pixport.inmemory;

import io.pixport.core.port.Position;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map.Entry;
import java.util.NavigableMap;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Goes through the entries of a list, or of several lists at once, in their order and once. */
abstract class Walk<V> {
    /** The next entry; null at the end, after which it is not asked again. */
    abstract @Nullable Entry<Position, V> next();

    /** Through one list, in its order. */
    static <V> Walk<V> along(NavigableMap<Position, V> list) {
        return new Along<>(list);
    }

    /**
     * Through what is in all of the lists. Each list in turn is asked for its first entry at or behind the one that another
     * has come to, and skips what is before; so none is asked more often than the shortest has entries, twice.
     *
     * @param lists at least one, each with the newest first
     */
    static <V> Walk<V> common(List<NavigableMap<Position, V>> lists) {
        return new Common<>(lists.stream().map(Along::new).toList());
    }

    /**
     * Through what is in any of the lists, each entry once.
     *
     * @param lists each with the newest first
     */
    static <V> Walk<V> merged(List<NavigableMap<Position, V>> lists) {
        Merged<V> merged = new Merged<>();
        lists.forEach(list -> merged.add(new Along<>(list)));
        return merged;
    }

    /** Through one list. */
    private static final class Along<V> extends Walk<V> {
        private final NavigableMap<Position, V> list;
        private Iterator<Entry<Position, V>> entries;

        private Along(NavigableMap<Position, V> list) {
            this.list = list;
            this.entries = list.entrySet().iterator();
        }

        @Override
        @Nullable Entry<Position, V> next() {
            return entries.hasNext() ? entries.next() : null;
        }

        /** The next entry that is as old as the position or older: often just the next one, else sought from the top. */
        private @Nullable Entry<Position, V> next(Position newest) {
            Entry<Position, V> entry = next();
            if (entry == null || entry.getKey().compareTo(newest) <= 0) {
                return entry;
            }
            entries = list.tailMap(newest, true).entrySet().iterator();
            return next();
        }
    }

    /** Through what several lists have in common. */
    private static final class Common<V> extends Walk<V> {
        private final List<Along<V>> walks;

        private Common(List<Along<V>> walks) {
            this.walks = walks;
        }

        @Override
        @Nullable Entry<Position, V> next() {
            int turn = 0;
            int agreed = 1;
            Entry<Position, V> candidate = walks.get(turn).next();
            while (candidate != null && agreed < walks.size()) {
                turn = (turn + 1) % walks.size();
                Entry<Position, V> found = walks.get(turn).next(candidate.getKey());
                agreed = found != null && found.getKey().equals(candidate.getKey()) ? agreed + 1 : 1;
                candidate = found;
            }
            return candidate;
        }
    }

    /** Through what several lists have together. */
    private static final class Merged<V> extends Walk<V> {
        private final PriorityQueue<Head<V>> heads =
                new PriorityQueue<>(Comparator.comparing(Head::position, Comparator.reverseOrder()));

        private Merged() {}

        private void add(Along<V> walk) {
            Entry<Position, V> entry = walk.next();
            if (entry != null) {
                heads.add(new Head<>(entry, walk));
            }
        }

        @Override
        @Nullable Entry<Position, V> next() {
            Head<V> first = heads.poll();
            if (first == null) {
                return null;
            }
            add(first.walk);
            for (Head<V> same = heads.peek();
                    same != null && same.position().equals(first.position());
                    same = heads.peek()) {
                heads.remove();
                add(same.walk);
            }
            return first.entry;
        }
    }

    /** Where one of several lists has come to. */
    private record Head<V>(Entry<Position, V> entry, Along<V> walk) {
        private Position position() {
            return entry.getKey();
        }
    }
}
