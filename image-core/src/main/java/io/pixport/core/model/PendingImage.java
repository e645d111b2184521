package io.pixport.core.model;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A reservation: an id whose bytes are still to come. It is in no list, and is cleared away when it expires.
 *
 * @param id also the key its bytes will have
 * @param owner who will own the image
 * @param fileName as announced
 * @param details as announced
 * @param announced what its bytes will be
 * @param parts in which its bytes come; null when they come whole
 * @param expiry until when it can be completed, to the millisecond
 * @param version 1 when first saved
 */
public record PendingImage(
        ImageId id,
        UserId owner,
        @Nullable FileName fileName,
        ImageDetails details,
        Announcement announced,
        @Nullable Parts parts,
        Instant expiry,
        long version)
        implements Upload {
    public PendingImage {
        expiry = expiry.truncatedTo(ChronoUnit.MILLIS);
        if ((parts != null) != (announced.method() == Announcement.Method.PARTS)) {
            throw new InvalidValueException("a reservation has parts when they were announced, and only then");
        }
    }

    /** A reservation of bytes that come whole. */
    public PendingImage(
            ImageId id,
            UserId owner,
            @Nullable FileName fileName,
            ImageDetails details,
            Announcement announced,
            Instant expiry,
            long version) {
        this(id, owner, fileName, details, announced, null, expiry, version);
    }

    /** The image whose bytes have arrived; it counts as uploaded now. */
    public ActiveImage complete(ImageContent content, Instant now) {
        return new ActiveImage(id, owner, fileName, details, content, now, now, version + 1);
    }

    /** @param reasons why the bytes that have arrived are none of an image that can be taken */
    public RejectedImage reject(List<Violation> reasons) {
        return new RejectedImage(id, owner, reasons, expiry, version + 1);
    }

    /** @param original the owner's image of the same bytes */
    public DuplicateImage duplicateOf(ImageId original) {
        return new DuplicateImage(id, owner, original, expiry, version + 1);
    }

    /** @param patience how long the purge may take before another one goes on with it */
    public PurgingImage purge(Instant now, Duration patience) {
        return new PurgingImage(id, parts == null ? null : parts.uploadId(), now, now.plus(patience), version + 1);
    }

    @Override
    public Optional<Instant> expiresAt() {
        return Optional.of(expiry);
    }
}
