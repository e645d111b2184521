package io.pixport.inmemory;

import io.pixport.core.port.Position;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Many lists, each under a name and ordered by position, the older first. A list is there as long as it has an entry. Not
 * safe for writing by several threads.
 */
final class Lists<N, V> {
    private final Map<N, Named<N, V>> lists = new HashMap<>();

    void add(N name, Position position, V value) {
        lists.computeIfAbsent(name, Named::new).entries.put(position, value);
    }

    void remove(N name, Position position) {
        lists.computeIfPresent(name, (ignored, list) -> {
            list.entries.remove(position);
            return list.entries.isEmpty() ? null : list;
        });
    }

    NavigableMap<Position, V> get(N name) {
        Named<N, V> list = lists.get(name);
        return list == null ? Collections.emptyNavigableMap() : list.entries;
    }

    /** The very name that the list of an equal name has; the given one when there is no such list. */
    N known(N name) {
        Named<N, V> list = lists.get(name);
        return list == null ? name : list.name;
    }

    private record Named<N, V>(N name, NavigableMap<Position, V> entries) {
        private Named(N name) {
            this(name, new TreeMap<>());
        }
    }
}
