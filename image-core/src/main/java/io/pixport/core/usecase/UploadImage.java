package io.pixport.core.usecase;

import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.FileName;
import io.pixport.core.model.ImageDetails;
import io.pixport.core.model.ImageId;
import io.pixport.core.model.Limits;
import io.pixport.core.model.UserId;
import io.pixport.core.model.Violation;
import io.pixport.core.port.ImageStore;
import io.pixport.core.port.MetadataRepository;
import io.pixport.core.port.ObjectKey;
import io.pixport.core.port.StorageException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stores a received image: the bytes first and the record after, so that nobody meets a record without bytes. A crash
 * between the two leaves bytes without a record, which {@link Reconcile} removes.
 */
public final class UploadImage {
    private final ImageStore store;
    private final MetadataRepository repository;
    private final InstantSource clock;
    private final Limits limits;
    private final Duration patience;

    /** @param patience how long storing the bytes may take; {@link Reconcile} has to wait longer than that */
    public UploadImage(
            ImageStore store, MetadataRepository repository, InstantSource clock, Limits limits, Duration patience) {
        this.store = store;
        this.repository = repository;
        this.clock = clock;
        this.limits = limits;
        this.patience = patience;
    }

    /**
     * @param id new, and used for nothing else
     * @param received stays the caller's, to be closed in every outcome
     * @return the active image, or {@link Outcome.Refused}
     * @throws StorageException when a store failed; the image may then have been stored all the same, which
     *     {@link SettleAttempt} tells
     */
    public Outcome<ActiveImage> upload(
            ImageId id, UserId owner, @Nullable FileName fileName, ImageDetails details, ReceivedImage received) {
        List<Violation> violations = limits.check(owner, fileName, details);
        if (!violations.isEmpty()) {
            return new Outcome.Refused<>(violations);
        }
        storeBytes(id, received);
        ActiveImage image = ActiveImage.uploaded(id, owner, fileName, details, received.content());
        if (!repository.save(image)) {
            throw tooLate(id);
        }
        return new Outcome.Done<>(image);
    }

    private void storeBytes(ImageId id, ReceivedImage received) {
        ObjectKey key = ObjectKey.of(id);
        if (!store.put(key, received, received.content().format())) {
            throw new StorageException(StorageException.Kind.FAILED, "the key " + key + " has other bytes", null);
        }
        if (clock.instant().isAfter(id.timestamp().plus(patience))) {
            throw tooLate(id);
        }
    }

    private static StorageException tooLate(ImageId id) {
        return new StorageException(
                StorageException.Kind.UNAVAILABLE, "storing the bytes of image " + id + " took too long", null);
    }
}
