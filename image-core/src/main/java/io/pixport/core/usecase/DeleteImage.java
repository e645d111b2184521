package io.pixport.core.usecase;

import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.Image;
import io.pixport.core.model.ImageId;
import io.pixport.core.model.TrashedImage;
import io.pixport.core.model.UserId;
import io.pixport.core.port.MetadataRepository;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Moves an image to its owner's trash, from where it can be restored for a while. */
public final class DeleteImage {
    private final ImageChange change;
    private final EraseImage eraseImage;
    private final InstantSource clock;
    private final Duration retention;

    /** @param retention how long it can be restored; with zero there is no trash, and the image is erased at once */
    public DeleteImage(MetadataRepository repository, EraseImage eraseImage, InstantSource clock, Duration retention) {
        this.change = new ImageChange(repository);
        this.eraseImage = eraseImage;
        this.clock = clock;
        this.retention = retention;
    }

    /**
     * @param caller who asks; null for nobody in particular, who may
     * @param expectedVersion the only version to delete; null for whichever there is
     * @return the id, or any other outcome but {@link Outcome.Refused}; what is in the trash already is not found
     */
    public Outcome<ImageId> delete(ImageId id, @Nullable UserId caller, @Nullable Long expectedVersion) {
        return retention.isZero()
                ? eraseImage.erase(id, caller, expectedVersion)
                : change.apply(id, caller, expectedVersion, this::trashed).map(TrashedImage::id);
    }

    private Outcome<TrashedImage> trashed(Image image) {
        return image instanceof ActiveImage active
                ? new Outcome.Done<>(active.trash(clock.instant(), retention))
                : new Outcome.NotFound<>();
    }
}
