package io.pixport.core.port;

import io.pixport.core.model.ImageId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A place in a list that is ordered by a time and then by id: what was last seen. It need not exist any more, and stays
 * meaningful while images come and go.
 *
 * @param time to the millisecond
 * @param id breaks ties
 */
public record Position(Instant time, ImageId id) implements Comparable<Position> {
    public Position {
        time = time.truncatedTo(ChronoUnit.MILLIS);
    }

    /** The older first; lists that begin with the newest run against this order. */
    @Override
    public int compareTo(Position other) {
        int byTime = time.compareTo(other.time);
        return byTime != 0 ? byTime : id.compareTo(other.id);
    }
}
