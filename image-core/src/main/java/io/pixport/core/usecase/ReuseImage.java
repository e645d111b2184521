package io.pixport.core.usecase;

import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.Image;
import io.pixport.core.model.OnDuplicate;
import io.pixport.core.model.Sha256;
import io.pixport.core.model.TrashedImage;
import io.pixport.core.model.UserId;
import io.pixport.core.port.MetadataRepository;
import io.pixport.core.port.Page;
import io.pixport.core.port.Position;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds the image that an owner has of bytes already, so that they need not be sent or stored again. */
public final class ReuseImage {
    private static final int PAGE_SIZE = 100;

    private final MetadataRepository repository;
    private final RestoreImage restoreImage;

    public ReuseImage(MetadataRepository repository, RestoreImage restoreImage) {
        this.repository = repository;
        this.restoreImage = restoreImage;
    }

    /**
     * Looks among the owner's images alone. Two that store the same bytes at once may both find nothing.
     *
     * @return the active image of these bytes that was uploaded last; else, to be restored, the one in the trash that was,
     *     which is active then; empty when there is none, or none is asked for
     */
    public Optional<ActiveImage> reuse(UserId owner, Sha256 sha256, OnDuplicate onDuplicate) {
        return switch (onDuplicate) {
            case KEEP -> Optional.empty();
            case RETURN -> first(owner, sha256, ReuseImage::active);
            case RESTORE -> first(owner, sha256, ReuseImage::active).or(() -> first(owner, sha256, this::restored));
        };
    }

    private Optional<ActiveImage> first(UserId owner, Sha256 sha256, Function<Image, Optional<ActiveImage>> use) {
        Optional<ActiveImage> used;
        @Nullable Position after = null;
        do {
            Page<Image> page = repository.listCopies(owner, sha256, after, PAGE_SIZE);
            used = page.items().stream()
                    .flatMap(image -> use.apply(image).stream())
                    .findFirst();
            after = page.next().orElse(null);
        } while (used.isEmpty() && after != null);
        return used;
    }

    private static Optional<ActiveImage> active(Image image) {
        return image instanceof ActiveImage active ? Optional.of(active) : Optional.empty();
    }

    private Optional<ActiveImage> restored(Image image) {
        return image instanceof TrashedImage trashed
                        && restoreImage.restore(trashed.id(), null) instanceof Outcome.Done<ActiveImage> done
                ? Optional.of(done.value())
                : Optional.empty();
    }
}
