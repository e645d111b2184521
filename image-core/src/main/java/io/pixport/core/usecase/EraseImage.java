package io.pixport.core.usecase;

import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.DuplicateImage;
import io.pixport.core.model.Image;
import io.pixport.core.model.ImageId;
import io.pixport.core.model.MissingImage;
import io.pixport.core.model.PendingImage;
import io.pixport.core.model.PurgingImage;
import io.pixport.core.model.RejectedImage;
import io.pixport.core.model.TrashedImage;
import io.pixport.core.model.UserId;
import io.pixport.core.port.MetadataRepository;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Deletes an image for good, from where it is or from the trash: when it is done, its bytes are gone. */
public final class EraseImage {
    private final ImageChange change;
    private final Purge purge;
    private final InstantSource clock;
    private final Duration patience;

    /** @param patience how long it may take before {@link PurgeExpired} goes on with it */
    public EraseImage(MetadataRepository repository, Purge purge, InstantSource clock, Duration patience) {
        this.change = new ImageChange(repository);
        this.purge = purge;
        this.clock = clock;
        this.patience = patience;
    }

    /**
     * Once the image is marked nobody finds it any more, this method included; what a failure after that leaves behind is
     * removed by {@link PurgeExpired}.
     *
     * @param caller who asks; null for nobody in particular, who may
     * @param expectedVersion the only version to delete; null for whichever there is
     * @return the id, or any other outcome but {@link Outcome.Refused}
     */
    public Outcome<ImageId> erase(ImageId id, @Nullable UserId caller, @Nullable Long expectedVersion) {
        Outcome<PurgingImage> outcome = change.apply(id, caller, expectedVersion, this::purging);
        if (outcome instanceof Outcome.Done<PurgingImage> done) {
            purge.finish(done.value());
        }
        return outcome.map(PurgingImage::id);
    }

    private Outcome<PurgingImage> purging(Image image) {
        return switch (image) {
            case ActiveImage active -> new Outcome.Done<>(active.purge(clock.instant(), patience));
            case TrashedImage trashed -> new Outcome.Done<>(trashed.purge(clock.instant(), patience));
            case MissingImage missing -> new Outcome.Done<>(missing.purge(clock.instant(), patience));
            case PendingImage pending -> new Outcome.NotFound<>();
            case RejectedImage rejected -> new Outcome.NotFound<>();
            case DuplicateImage duplicate -> new Outcome.NotFound<>();
            case PurgingImage purging -> new Outcome.NotFound<>();
        };
    }
}
