package io.pixport.core.model;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An image that is there: its bytes are in the store, whole, and it is found and listed.
 *
 * @param id also the key of its bytes
 * @param owner who uploaded it
 * @param fileName as sent with the upload
 * @param details what the owner says about it
 * @param content what its bytes are
 * @param uploadedAt what lists are ordered by, to the millisecond
 * @param updatedAt when this version was made, to the millisecond
 * @param version 1 when first saved
 */
public record ActiveImage(
        ImageId id,
        UserId owner,
        @Nullable FileName fileName,
        ImageDetails details,
        ImageContent content,
        Instant uploadedAt,
        Instant updatedAt,
        long version)
        implements Upload {

    public ActiveImage {
        uploadedAt = uploadedAt.truncatedTo(ChronoUnit.MILLIS);
        updatedAt = updatedAt.truncatedTo(ChronoUnit.MILLIS);
    }

    /** A new image whose bytes have just been stored; it counts as uploaded when its id was made. */
    public static ActiveImage uploaded(
            ImageId id, UserId owner, @Nullable FileName fileName, ImageDetails details, ImageContent content) {
        Instant time = id.timestamp();
        return new ActiveImage(id, owner, fileName, details, content, time, time, 1);
    }

    /** The name to save the image under: as it was sent, or made from the id and the format. */
    public FileName saveAs() {
        return fileName != null
                ? fileName
                : new FileName(id + "." + content.format().extension());
    }

    public ActiveImage edit(ImageDetails newDetails, Instant now) {
        return new ActiveImage(id, owner, fileName, newDetails, content, uploadedAt, now, version + 1);
    }

    /** @param retention how long it can be restored, from now on */
    public TrashedImage trash(Instant now, Duration retention) {
        return new TrashedImage(next(now), now, now.plus(retention));
    }

    /** For when the store has lost the bytes. */
    public MissingImage missing(Instant now) {
        return new MissingImage(next(now), now);
    }

    /** @param patience how long the purge may take before another one goes on with it */
    public PurgingImage purge(Instant now, Duration patience) {
        return new PurgingImage(id, now, now.plus(patience), version + 1);
    }

    /** The same image with the next version. */
    ActiveImage next(Instant now) {
        return new ActiveImage(id, owner, fileName, details, content, uploadedAt, now, version + 1);
    }

    @Override
    public Optional<Instant> expiresAt() {
        return Optional.empty();
    }
}
