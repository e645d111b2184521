package io.pixport.core.usecase;

import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.Image;
import io.pixport.core.model.ImageId;
import io.pixport.core.model.TrashedImage;
import io.pixport.core.model.UserId;
import io.pixport.core.port.MetadataRepository;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Takes an image out of its owner's trash. */
public final class RestoreImage {
    private final ImageChange change;
    private final InstantSource clock;

    public RestoreImage(MetadataRepository repository, InstantSource clock) {
        this.change = new ImageChange(repository);
        this.clock = clock;
    }

    /**
     * Repeated, it finds the image restored and changes nothing.
     *
     * @param caller who asks; null for nobody in particular, who may
     * @return the active image, or any other outcome but {@link Outcome.Refused}; what has expired is not found, whether it
     *     has been purged or not
     */
    public Outcome<ActiveImage> restore(ImageId id, @Nullable UserId caller) {
        return change.apply(id, caller, null, this::restored);
    }

    private Outcome<ActiveImage> restored(Image image) {
        Instant now = clock.instant();
        if (image instanceof TrashedImage trashed && trashed.purgeAt().isAfter(now)) {
            return new Outcome.Done<>(trashed.restore(now));
        }
        return image instanceof ActiveImage active ? new Outcome.Done<>(active) : new Outcome.NotFound<>();
    }
}
