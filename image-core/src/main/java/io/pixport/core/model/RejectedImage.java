package io.pixport.core.model;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * A reservation whose bytes arrived and were refused. There is no way back; it tells its owner why, until it expires.
 *
 * @param id of the image that it did not become
 * @param owner who reserved it
 * @param reasons at least one; unmodifiable
 * @param expiry until when it is told, to the millisecond
 * @param version one higher than that of the reservation
 */
public record RejectedImage(ImageId id, UserId owner, List<Violation> reasons, Instant expiry, long version)
        implements Upload {
    public RejectedImage {
        reasons = List.copyOf(reasons);
        expiry = expiry.truncatedTo(ChronoUnit.MILLIS);
        if (reasons.isEmpty()) {
            throw new InvalidValueException("a reservation is rejected for a reason");
        }
    }

    /** @param patience how long the purge may take before another one goes on with it */
    public PurgingImage purge(Instant now, Duration patience) {
        return new PurgingImage(id, now, now.plus(patience), version + 1);
    }

    @Override
    public Optional<Instant> expiresAt() {
        return Optional.of(expiry);
    }
}
