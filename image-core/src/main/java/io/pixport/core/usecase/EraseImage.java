package io.pixport.core.usecase;

import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.Image;
import io.pixport.core.model.ImageId;
import io.pixport.core.model.MissingImage;
import io.pixport.core.model.PurgingImage;
import io.pixport.core.model.TrashedImage;
import io.pixport.core.model.UserId;
import io.pixport.core.port.MetadataRepository;
import org.jspecify.annotations.Nullable;

/** Deletes an image for good, from where it is or from the trash: when it is done, its bytes are gone. */
public final class EraseImage {
    private final ImageChange change;
    private final Purge purge;

    public EraseImage(MetadataRepository repository, Purge purge) {
        this.change = new ImageChange(repository);
        this.purge = purge;
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
        return image instanceof ActiveImage || image instanceof TrashedImage || image instanceof MissingImage
                ? new Outcome.Done<>(purge.marked(image))
                : new Outcome.NotFound<>();
    }
}
