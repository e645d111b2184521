package io.pixport.core.model;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * An image that was deleted and can still be restored: its bytes are kept, and it is shown in its owner's trash alone.
 *
 * @param image the image as it will be when restored, but for its version and time of change
 * @param deletedAt what the trash is ordered by, to the millisecond
 * @param purgeAt from when on it can no longer be restored
 */
public record TrashedImage(ActiveImage image, Instant deletedAt, Instant purgeAt) implements Image {
    public TrashedImage {
        deletedAt = deletedAt.truncatedTo(ChronoUnit.MILLIS);
        purgeAt = purgeAt.truncatedTo(ChronoUnit.MILLIS);
    }

    public ActiveImage restore(Instant now) {
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
        return Optional.of(purgeAt);
    }
}
