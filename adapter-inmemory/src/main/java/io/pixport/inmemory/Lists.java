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
    private final Map<N, NavigableMap<Position, V>> lists = new HashMap<>();

    void add(N name, Position position, V value) {
        lists.computeIfAbsent(name, ignored -> new TreeMap<>()).put(position, value);
    }

    void remove(N name, Position position) {
        lists.computeIfPresent(name, (ignored, list) -> {
            list.remove(position);
            return list.isEmpty() ? null : list;
        });
    }

    NavigableMap<Position, V> get(N name) {
        return lists.getOrDefault(name, Collections.emptyNavigableMap());
    }
}
