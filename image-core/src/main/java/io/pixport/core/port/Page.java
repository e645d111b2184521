package io.pixport.core.port;

import java.util.List;
import java.util.Optional;

/**
 * A part of a list.
 *
 * @param items in the order of the list; unmodifiable
 * @param next where the following page begins; empty when there is nothing more
 */
public record Page<T>(List<T> items, Optional<Position> next) {
    public Page {
        items = List.copyOf(items);
    }
}
