package io.pixport.core.usecase;

import io.pixport.core.model.Image;
import io.pixport.core.model.ImageId;
import io.pixport.core.model.MissingImage;
import io.pixport.core.model.PurgingImage;
import io.pixport.core.model.TrashedImage;
import io.pixport.core.model.Upload;
import io.pixport.core.model.UserId;
import io.pixport.core.port.MetadataRepository;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Changes the record of an image for somebody: finds it, looks whether the caller may and meant this version, and replaces
 * it, again from the start when another change came between.
 */
final class ImageChange {
    private static final int ATTEMPTS = 10;

    private final MetadataRepository repository;

    ImageChange(MetadataRepository repository) {
        this.repository = repository;
    }

    /**
     * @param caller who asks; null for nobody in particular, who may
     * @param expectedVersion the only version to change; null for whichever there is
     * @param transition from what there is to what shall be; the same record when nothing is to be done; {@code NotFound}
     *     when there is no way from this state
     */
    <T extends Image> Outcome<T> apply(
            ImageId id,
            @Nullable UserId caller,
            @Nullable Long expectedVersion,
            Function<Image, Outcome<T>> transition) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Image> found = repository.find(id);
            if (found.isEmpty()) {
                return new Outcome.NotFound<>();
            }
            Image before = found.get();
            Outcome<T> outcome = transition.apply(before);
            if (!(outcome instanceof Outcome.Done<T> done)) {
                return outcome;
            }
            if (caller != null && !caller.equals(owner(before))) {
                return new Outcome.NotOwner<>();
            }
            if (expectedVersion != null && expectedVersion != before.version()) {
                return new Outcome.VersionMismatch<>(before.version());
            }
            if (done.value().equals(before) || repository.update(before, done.value())) {
                return outcome;
            }
        }
        return new Outcome.Contended<>();
    }

    private static @Nullable UserId owner(Image image) {
        return switch (image) {
            case TrashedImage trashed -> trashed.owner();
            case MissingImage missing -> missing.owner();
            case Upload upload -> upload.owner();
            case PurgingImage purging -> null;
        };
    }
}
