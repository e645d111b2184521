package io.pixport.core.usecase;

import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.Image;
import io.pixport.core.model.ImageDetails;
import io.pixport.core.model.ImageId;
import io.pixport.core.model.Limits;
import io.pixport.core.model.UserId;
import io.pixport.core.model.Violation;
import io.pixport.core.port.MetadataRepository;
import java.time.InstantSource;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Changes what an owner says about an image. */
public final class UpdateImage {
    private final ImageChange change;
    private final InstantSource clock;
    private final Limits limits;

    public UpdateImage(MetadataRepository repository, InstantSource clock, Limits limits) {
        this.change = new ImageChange(repository);
        this.clock = clock;
        this.limits = limits;
    }

    /**
     * @param caller who asks; null for nobody in particular, who may
     * @param expectedVersion the only version to change; null for whichever there is
     * @param edit from the details as they are to the details as they shall be; may be asked several times; when it changes
     *     nothing, the image keeps its version
     * @return the image as it is now, or any other outcome
     */
    public Outcome<ActiveImage> update(
            ImageId id, @Nullable UserId caller, @Nullable Long expectedVersion, UnaryOperator<ImageDetails> edit) {
        return change.apply(id, caller, expectedVersion, image -> edited(image, edit));
    }

    private Outcome<ActiveImage> edited(Image image, UnaryOperator<ImageDetails> edit) {
        if (!(image instanceof ActiveImage active)) {
            return new Outcome.NotFound<>();
        }
        ImageDetails details = edit.apply(active.details());
        if (details.equals(active.details())) {
            return new Outcome.Done<>(active);
        }
        List<Violation> violations = limits.check(details);
        return violations.isEmpty()
                ? new Outcome.Done<>(active.edit(details, clock.instant()))
                : new Outcome.Refused<>(violations);
    }
}
