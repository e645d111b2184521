package io.pixport.core.usecase;

import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.ImageId;
import io.pixport.core.port.MetadataRepository;
import java.util.Optional;

/** Finds an image that is there; one in the trash is not. */
public final class GetImage {
    private final MetadataRepository repository;

    public GetImage(MetadataRepository repository) {
        this.repository = repository;
    }

    public Optional<ActiveImage> get(ImageId id) {
        return repository
                .find(id)
                .flatMap(image -> image instanceof ActiveImage active ? Optional.of(active) : Optional.empty());
    }
}
