package io.pixport.core.model;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An id whose bytes are being removed for good. There is no way back: whoever finds this record
 * expired removes the bytes, again if need be, and then the record. It also bars the id: while it stands, an upload
 * that is late cannot save a record under it.
 *
 * @param id the key of the bytes
 * @param uploadId names the multipart upload that is to end with it; null for none
 * @param since when the removal was decided, to the millisecond
 * @param expiry from when on another purge takes it that the one at work has died, to the millisecond
 * @param version one higher than the record it replaced, or 1
 */
public record PurgingImage(ImageId id, @Nullable String uploadId, Instant since, Instant expiry, long version)
        implements Image {
    public PurgingImage {
        since = since.truncatedTo(ChronoUnit.MILLIS);
        expiry = expiry.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Of an image, or of a reservation whose bytes come whole. */
    public PurgingImage(ImageId id, Instant since, Instant expiry, long version) {
        this(id, null, since, expiry, version);
    }

    /**
     * Bars an id that has bytes and no record.
     *
     * @param bar how long an upload that is late may still come
     */
    public static PurgingImage orphan(ImageId id, Instant now, Duration bar) {
        return new PurgingImage(id, now, now.plus(bar), 1);
    }

    @Override
    public Optional<Instant> expiresAt() {
        return Optional.of(expiry);
    }
}
