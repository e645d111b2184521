package io.pixport.lambda;

import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.ImageId;
import io.pixport.core.model.InvalidValueException;
import io.pixport.core.model.OnDuplicate;
import io.pixport.core.port.ObjectKey;
import io.pixport.core.usecase.CompleteUpload;
import io.pixport.core.usecase.Outcome;
import io.pixport.settings.AwsStores;
import io.pixport.settings.Settings;
import io.pixport.settings.Stores;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Completes the direct uploads whose bytes have arrived; closing it closes its stores.
 *
 * @param bucket where they arrive
 */
record Arrivals(CompleteUpload completeUpload, String bucket, Stores stores) implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Arrivals.class);

    /** What has become of the upload that an object was for. */
    enum Status {
        /** It is an image, now or since before. */
        ACTIVE,
        /** Its bytes were refused, now or before. */
        REJECTED,
        /** There is none that is open: the service has stored the object itself, or nobody waits for it any more. */
        NONE
    }

    /** @throws io.pixport.settings.StoresException when no region of AWS is known */
    static Arrivals of(Settings settings, Settings.Aws aws, InstantSource clock) {
        Stores stores = AwsStores.open(aws, clock);
        CompleteUpload completeUpload =
                Composition.service(settings, stores.backend(), clock).completeUpload();
        return new Arrivals(completeUpload, aws.bucket(), stores);
    }

    /**
     * Repeated, or done beside a client who completes the same upload, it does no harm.
     *
     * @throws IllegalArgumentException when the object is in another bucket
     * @throws IllegalStateException when others kept changing the record
     * @throws io.pixport.core.port.StorageException when a store failed
     */
    Status complete(CreatedObject object) {
        if (!object.bucket().equals(bucket)) {
            throw new IllegalArgumentException(
                    "The object is in the bucket %s, and uploads arrive in %s".formatted(object.bucket(), bucket));
        }
        return image(object).map(this::complete).orElse(Status.NONE);
    }

    private static Optional<ImageId> image(CreatedObject object) {
        try {
            return new ObjectKey(object.key()).arrivedFor();
        } catch (InvalidValueException e) {
            return Optional.empty();
        }
    }

    private Status complete(ImageId id) {
        Status status = status(id, completeUpload.complete(id, null, OnDuplicate.KEEP));
        LOG.info("Upload {}: {}", id, status);
        return status;
    }

    private static Status status(ImageId id, Outcome<ActiveImage> outcome) {
        return switch (outcome) {
            case Outcome.Done<ActiveImage> done -> Status.ACTIVE;
            case Outcome.Refused<ActiveImage> refused -> Status.REJECTED;
            case Outcome.NotFound<ActiveImage> notFound -> Status.NONE;
            case Outcome.NotArrived<ActiveImage> removedSince -> Status.NONE;
            default -> throw new IllegalStateException("The upload " + id + " is not complete: " + outcome);
        };
    }

    @Override
    public void close() {
        stores.close();
    }
}
