package io.pixport.inmemory;

import io.pixport.core.model.ImageId;
import io.pixport.core.port.Position;
import java.time.Instant;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run of positions.
 *
 * @param oldest where it begins
 * @param withOldest whether that is in it
 * @param newest where it ends
 * @param withNewest whether that is in it
 */
record Span(Position oldest, boolean withOldest, Position newest, boolean withNewest) {
    private static final ImageId FIRST_ID = new ImageId(new UUID(0x0000_0000_0000_7000L, 0x8000_0000_0000_0000L));
    private static final ImageId LAST_ID = new ImageId(new UUID(0xFFFF_FFFF_FFFF_7FFFL, 0xBFFF_FFFF_FFFF_FFFFL));
    private static final Position FIRST = new Position(Instant.MIN, FIRST_ID);
    private static final Position LAST = new Position(Instant.MAX, LAST_ID);
    static final Span ALL = new Span(FIRST, true, LAST, true);

    /** Every position of these milliseconds and between them; null for no bound. */
    static Span of(@Nullable Instant from, @Nullable Instant to) {
        return new Span(
                from == null ? FIRST : new Position(from, FIRST_ID),
                true,
                to == null ? LAST : new Position(to, LAST_ID),
                true);
    }

    /** What of it is older than the position; all of it for null. */
    Span olderThan(@Nullable Position position) {
        return position == null || position.compareTo(newest) > 0
                ? this
                : new Span(oldest, withOldest, position, false);
    }

    /** What of it is newer than the position; all of it for null. */
    Span newerThan(@Nullable Position position) {
        return position == null || position.compareTo(oldest) < 0
                ? this
                : new Span(position, false, newest, withNewest);
    }

    /** What of the list is in it. */
    <V> NavigableMap<Position, V> of(NavigableMap<Position, V> list) {
        return oldest.compareTo(newest) > 0
                ? Collections.emptyNavigableMap()
                : list.subMap(oldest, withOldest, newest, withNewest);
    }
}
