package io.pixport.core.usecase;

import io.pixport.core.model.Image;
import io.pixport.core.model.ImageId;
import io.pixport.core.model.Upload;
import io.pixport.core.model.UserId;
import io.pixport.core.port.MetadataRepository;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Tells how far a direct upload has got. */
public final class GetUpload {
    private final MetadataRepository repository;
    private final InstantSource clock;

    public GetUpload(MetadataRepository repository, InstantSource clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /**
     * @param caller who asks; null for nobody in particular, who may
     * @return the reservation, the image that it has become, or why it was rejected; {@link Outcome.NotFound} when the
     *     reservation has expired, whether it has been purged or not, or the image has been deleted;
     *     {@link Outcome.NotOwner}
     */
    public Outcome<Upload> get(ImageId id, @Nullable UserId caller) {
        Image image = repository.find(id).orElse(null);
        if (!(image instanceof Upload upload) || hasExpired(upload)) {
            return new Outcome.NotFound<>();
        }
        return caller == null || caller.equals(upload.owner()) ? new Outcome.Done<>(upload) : new Outcome.NotOwner<>();
    }

    private boolean hasExpired(Upload upload) {
        Instant now = clock.instant();
        return upload.expiresAt().filter(expiry -> !expiry.isAfter(now)).isPresent();
    }
}
