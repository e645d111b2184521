package io.pixport.core.model;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * An image whose bytes the store has lost: it is shown to nobody, and never dropped. It is an image again once the bytes
 * are back, and can be deleted for good.
 *
 * @param image the image as it will be when its bytes are back, but for its version and time of change
 * @param since when the bytes were missed, to the millisecond
 */
public record MissingImage(ActiveImage image, Instant since) implements Image {
    public MissingImage {
        since = since.truncatedTo(ChronoUnit.MILLIS);
    }

    public ActiveImage found(Instant now) {
        return image.next(now);
    }

    /** @param patience how long the purge may take before another one goes on with it */
    public PurgingImage purge(Instant now, Duration patience) {
        return image.purge(now, patience);
    }

    @Override
    public ImageId id() {
        return image.id();
    }

    @Override
    public long version() {
        return image.version();
    }

    public UserId owner() {
        return image.owner();
    }

    @Override
    public Optional<Instant> expiresAt() {
        return Optional.empty();
    }
}
