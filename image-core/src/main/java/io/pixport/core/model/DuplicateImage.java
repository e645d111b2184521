package io.pixport.core.model;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A reservation whose bytes arrived and were dropped, because its owner has an image of the same. There is no way back; it
 * tells which image that is, until it expires.
 *
 * @param id of the image that it did not become
 * @param owner of both
 * @param original the image of the same bytes
 * @param expiry until when it is told, to the millisecond
 * @param version one higher than that of the reservation
 */
public record DuplicateImage(ImageId id, UserId owner, ImageId original, Instant expiry, long version)
        implements Upload {
    public DuplicateImage {
        expiry = expiry.truncatedTo(ChronoUnit.MILLIS);
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
