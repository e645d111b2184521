package io.pixport.aws;

import io.pixport.aws.ListWalk.Entry;
import io.pixport.aws.ListWalk.Order;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Goes through what several lists have together, each image once. */
final class MergedWalk {
    private final List<ListWalk> walks;
    private final Comparator<Entry> order;

    MergedWalk(List<ListWalk> walks, Order order) {
        this.walks = walks;
        Comparator<Entry> oldestFirst = Comparator.comparing(Entry::place);
        this.order = order == Order.OLDEST_FIRST ? oldestFirst : oldestFirst.reversed();
    }

    /** The next entry; null at the end. */
    @Nullable Entry next() {
        Entry next = walks.stream()
                .map(ListWalk::peek)
                .filter(Objects::nonNull)
                .min(order)
                .orElse(null);
        if (next != null) {
            walks.stream().filter(walk -> isAt(walk, next)).forEach(ListWalk::skip);
        }
        return next;
    }

    private static boolean isAt(ListWalk walk, Entry entry) {
        Entry head = walk.peek();
        return head != null && head.place().equals(entry.place());
    }
}
