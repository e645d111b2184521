package io.pixport.core.usecase;

import io.pixport.core.model.PendingImage;
import io.pixport.core.port.ImageStore;
import io.pixport.core.port.PresignedParts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Tells which parts of a direct upload have arrived, and makes links for those that have not. */
public final class GetParts {
    private final InstantSource clock;
    private final PartLinks partLinks;

    public GetParts(ImageStore store, InstantSource clock) {
        this.clock = clock;
        this.partLinks = new PartLinks(store);
    }

    /**
     * @param pending a reservation whose bytes come in parts
     * @return all parts; the links end with the reservation, or sooner where the store cannot promise as much.
     *     {@link Outcome.NotFound} when the reservation expires within the second
     * @throws io.pixport.core.port.StorageException when the store failed
     */
    public Outcome<PresignedParts> get(PendingImage pending) {
        Instant now = clock.instant();
        Duration left =
                Duration.ofSeconds(Duration.between(now, pending.expiry()).toSeconds());
        return left.isPositive() ? new Outcome.Done<>(partLinks.missing(pending, left)) : new Outcome.NotFound<>();
    }
}
