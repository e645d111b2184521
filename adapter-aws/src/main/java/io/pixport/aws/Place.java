package io.pixport.aws;

import io.pixport.core.model.ImageId;
import io.pixport.core.port.Position;
import java.time.Instant;

/**
 * The sort keys of list entries: {@code <milliseconds since 1970, 15 digits>#<id>}, which are ordered as positions are.
 * Times that do not fit are taken for the first or the last that does.
 */
final class Place {
    private static final int DIGITS = 15;
    private static final long LAST = (1L << 48) - 1;
    /** Greater than every character of a place. */
    private static final char HIGHEST = '~';

    private Place() {}

    static String of(Instant time, ImageId id) {
        return beginOf(time) + "#" + id;
    }

    static String of(Position position) {
        return of(position.time(), position.id());
    }

    /** Before every place of the millisecond that the time is in. */
    static String beginOf(Instant time) {
        return "%015d".formatted(millis(time));
    }

    /** Behind every place of the millisecond that the time is in. */
    static String endOf(Instant time) {
        return beginOf(time) + HIGHEST;
    }

    /** Behind the place and before the next one that there can be. */
    static String justAfter(String place) {
        return place + HIGHEST;
    }

    /** Before the place and behind the last one that there can be before it. */
    static String justBefore(String place) {
        int last = place.length() - 1;
        return place.substring(0, last) + (char) (place.charAt(last) - 1) + HIGHEST;
    }

    /** How far apart two places are. */
    static long millisBetween(String one, String other) {
        return Math.abs(millis(one) - millis(other));
    }

    private static long millis(String place) {
        return Long.parseLong(place, 0, DIGITS, 10);
    }

    private static long millis(Instant time) {
        if (time.isBefore(Instant.EPOCH)) {
            return 0;
        }
        return time.isAfter(Instant.ofEpochMilli(LAST)) ? LAST : time.toEpochMilli();
    }
}
