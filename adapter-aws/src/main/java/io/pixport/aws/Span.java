package io.pixport.aws;

import io.pixport.core.port.Position;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run of places in a list, both ends included.
 *
 * @param from the oldest place
 * @param to the newest place
 */
record Span(String from, String to) {
    private static final Duration ALMOST_A_MILLISECOND = Duration.ofNanos(999_999);
    static final Span ALL = new Span(Place.beginOf(Instant.MIN), Place.endOf(Instant.MAX));

    /** What is of this time or later and before that; null for no bound. */
    static Span between(@Nullable Instant from, @Nullable Instant until) {
        return new Span(
                from == null ? ALL.from : Place.beginOf(roundedUp(from)),
                until == null ? ALL.to : Place.beginOf(roundedUp(until)));
    }

    /** What is of this time or earlier. */
    static Span upTo(Instant time) {
        return new Span(ALL.from, Place.endOf(time));
    }

    /** Places are whole milliseconds. */
    private static Instant roundedUp(Instant time) {
        return time.isAfter(Instant.MAX.minus(ALMOST_A_MILLISECOND)) ? time : time.plus(ALMOST_A_MILLISECOND);
    }

    /** What of it is older than the position; all of it for null. */
    Span olderThan(@Nullable Position position) {
        return position == null ? this : olderThan(Place.of(position));
    }

    Span olderThan(String place) {
        String newest = Place.justBefore(place);
        return newest.compareTo(to) < 0 ? new Span(from, newest) : this;
    }

    /** What of it is newer than the position; all of it for null. */
    Span newerThan(@Nullable Position position) {
        return position == null ? this : newerThan(Place.of(position));
    }

    Span newerThan(String place) {
        String oldest = Place.justAfter(place);
        return oldest.compareTo(from) > 0 ? new Span(oldest, to) : this;
    }

    boolean isEmpty() {
        return from.compareTo(to) > 0;
    }
}
