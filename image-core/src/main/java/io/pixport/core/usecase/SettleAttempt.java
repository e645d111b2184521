package io.pixport.core.usecase;

import io.pixport.core.model.Image;
import io.pixport.core.model.ImageId;
import io.pixport.core.model.MissingImage;
import io.pixport.core.model.PurgingImage;
import io.pixport.core.port.MetadataRepository;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Decides what has come of an attempt to upload or reserve under an id, of which nobody knows how far it has got: the
 * process may have died, or be at work still. Its record decides. Where there is none, the id is barred, so that the
 * attempt can save none any more and another one, under another id, is the only one; {@link PurgeExpired} removes the
 * bytes that it has stored.
 */
public final class SettleAttempt {
    private final MetadataRepository repository;
    private final InstantSource clock;
    private final Duration bar;

    /** @param bar how long an attempt that is late may still come */
    public SettleAttempt(MetadataRepository repository, InstantSource clock, Duration bar) {
        this.repository = repository;
        this.clock = clock;
        this.bar = bar;
    }

    /**
     * Repeated, it answers the same as long as nobody changes what the attempt has made.
     *
     * @return what the attempt has made, as it stands now; empty when it has made nothing and never will, or what it has
     *     made has been deleted for good or has lost its bytes
     */
    public Optional<Image> settle(ImageId id) {
        return repository.save(PurgingImage.orphan(id, clock.instant(), bar))
                ? Optional.empty()
                : repository
                        .find(id)
                        .filter(image -> !(image instanceof PurgingImage || image instanceof MissingImage));
    }
}
