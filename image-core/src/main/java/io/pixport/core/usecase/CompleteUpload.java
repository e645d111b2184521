package io.pixport.core.usecase;

import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.Announcement;
import io.pixport.core.model.DuplicateImage;
import io.pixport.core.model.Image;
import io.pixport.core.model.ImageContent;
import io.pixport.core.model.ImageId;
import io.pixport.core.model.OnDuplicate;
import io.pixport.core.model.PendingImage;
import io.pixport.core.model.RejectedImage;
import io.pixport.core.model.TrashedImage;
import io.pixport.core.model.Upload;
import io.pixport.core.model.UserId;
import io.pixport.core.model.Violation;
import io.pixport.core.port.ImageStore;
import io.pixport.core.port.MetadataRepository;
import io.pixport.core.port.ObjectContent;
import io.pixport.core.port.ObjectKey;
import io.pixport.core.port.StorageException;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes an image of a reservation whose bytes have arrived. They are read back from the store, and only when they are a
 * whole image, within the limits and as announced, the record becomes active; else the reservation is rejected and the
 * bytes are removed.
 *
 * <p>What a link for PUT has stored can no longer change, so it is read where it is, and so are parts once they have been
 * assembled. What a form has put may be replaced as
 * long as the form lives, so it is taken over: read, checked, and stored under the image's own key, which nobody else
 * writes. A form that is posted later has no effect on the image; what it leaves is removed by {@link Reconcile}.
 *
 * <p>It is safe to be done by several at once, and beside a purge: the record is what they compete for, one wins, and the
 * others answer what it has made of the reservation and leave nothing behind.
 */
public final class CompleteUpload {
    /** A record changes twice at most on its way from a reservation to what it is in the end. */
    private static final int ATTEMPTS = 5;

    private final GetUpload getUpload;
    private final ReceiveImage receiveImage;
    private final ReuseImage reuseImage;
    private final ImageStore store;
    private final MetadataRepository repository;
    private final InstantSource clock;
    private final ArrivedParts arrivedParts;

    public CompleteUpload(
            GetUpload getUpload,
            ReceiveImage receiveImage,
            ReuseImage reuseImage,
            ImageStore store,
            MetadataRepository repository,
            InstantSource clock) {
        this.getUpload = getUpload;
        this.receiveImage = receiveImage;
        this.reuseImage = reuseImage;
        this.store = store;
        this.repository = repository;
        this.clock = clock;
        this.arrivedParts = new ArrivedParts(store);
    }

    /**
     * Repeated, it answers the same as long as the image is there, or until the rejected reservation expires.
     *
     * @param id may come from {@link ObjectKey#arrivedFor}, when a store tells of a new object
     * @param caller who asks; null for nobody in particular, who may
     * @param onDuplicate what becomes of bytes that the owner has an image of already; whoever completes first decides
     * @return the image, or the one that the owner had of the same bytes, {@link Outcome.Refused} when the reservation is rejected, {@link Outcome.NotArrived} when there
     *     are no bytes, in which case it stays as it is, {@link Outcome.NotFound} when it has expired or the image has been
     *     deleted, {@link Outcome.NotOwner}, or {@link Outcome.Contended}
     * @throws StorageException when a store failed; the image may then be complete all the same
     */
    public Outcome<ActiveImage> complete(ImageId id, @Nullable UserId caller, OnDuplicate onDuplicate) {
        Outcome<ActiveImage> outcome = new Outcome.Contended<>();
        for (int attempt = 0; attempt < ATTEMPTS && outcome instanceof Outcome.Contended; attempt++) {
            outcome = getUpload.get(id, caller).flatMap(upload -> completed(upload, onDuplicate));
        }
        return outcome;
    }

    private Outcome<ActiveImage> completed(Upload upload, OnDuplicate onDuplicate) {
        return switch (upload) {
            case ActiveImage active -> new Outcome.Done<>(active);
            case RejectedImage rejected -> new Outcome.Refused<>(rejected.reasons());
            case DuplicateImage duplicate -> original(duplicate);
            case PendingImage pending -> judged(pending, onDuplicate);
        };
    }

    private Outcome<ActiveImage> original(DuplicateImage duplicate) {
        return repository.find(duplicate.original()).orElse(null) instanceof ActiveImage active
                ? new Outcome.Done<>(active)
                : new Outcome.NotFound<>();
    }

    /** {@link Outcome.Contended} when somebody else has changed the record meanwhile, which decides. */
    private Outcome<ActiveImage> judged(PendingImage pending, OnDuplicate onDuplicate) {
        Outcome<ActiveImage> outcome = verified(pending).flatMap(content -> reuseImage
                .reuse(pending.owner(), content.sha256(), onDuplicate)
                .map(original -> dropped(pending, original))
                .orElseGet(() -> activated(pending, content)));
        return switch (outcome) {
            case Outcome.Refused<ActiveImage> refused -> rejected(pending, refused);
            case Outcome.NotArrived<ActiveImage> nothing -> isStill(pending) ? nothing : new Outcome.Contended<>();
            default -> outcome;
        };
    }

    /** What the bytes are under the image's own key, as soon as they are there and as they should be. */
    private Outcome<ImageContent> verified(PendingImage pending) {
        return switch (pending.announced().method()) {
            case PUT -> readBack(pending);
            case PARTS -> assembled(pending);
            case POST ->
                read(ObjectKey.uploaded(pending.id()), bytes -> takenOver(pending, receiveImage.receive(bytes)));
        };
    }

    /** Parts that are gone may have been assembled by somebody else, so the object is looked for after they were listed. */
    private Outcome<ImageContent> assembled(PendingImage pending) {
        Outcome<ObjectKey> assembled = arrivedParts.assemble(pending);
        Outcome<ImageContent> content = readBack(pending);
        return content instanceof Outcome.NotArrived ? assembled.flatMap(key -> content) : content;
    }

    private Outcome<ImageContent> readBack(PendingImage pending) {
        return read(ObjectKey.of(pending.id()), receiveImage::examine)
                .flatMap(content -> asAnnounced(pending, content));
    }

    /** Where somebody else has taken over other bytes of the same form first, those are the image. */
    private Outcome<ImageContent> takenOver(PendingImage pending, Outcome<ReceivedImage> outcome) {
        return outcome.flatMap(received -> {
            try (received) {
                return asAnnounced(pending, received.content()).flatMap(content -> {
                    boolean stored = store.put(ObjectKey.of(pending.id()), received, content.format());
                    return stored ? new Outcome.Done<>(content) : readBack(pending);
                });
            }
        });
    }

    private static Outcome<ImageContent> asAnnounced(PendingImage pending, ImageContent content) {
        List<Violation> violations = pending.announced().check(content);
        return violations.isEmpty() ? new Outcome.Done<>(content) : new Outcome.Refused<>(violations);
    }

    private Outcome<ActiveImage> activated(PendingImage pending, ImageContent content) {
        ActiveImage image = pending.complete(content, clock.instant());
        if (!repository.update(pending, image)) {
            return lost(pending);
        }
        if (pending.announced().method() == Announcement.Method.POST) {
            store.delete(ObjectKey.uploaded(pending.id()));
        }
        return new Outcome.Done<>(image);
    }

    private Outcome<ActiveImage> dropped(PendingImage pending, ActiveImage original) {
        if (!repository.update(pending, pending.duplicateOf(original.id()))) {
            return lost(pending);
        }
        removeBytes(pending);
        return new Outcome.Done<>(original);
    }

    private Outcome<ActiveImage> rejected(PendingImage pending, Outcome.Refused<ActiveImage> refused) {
        if (!repository.update(pending, pending.reject(refused.violations()))) {
            return lost(pending);
        }
        removeBytes(pending);
        return refused;
    }

    private void removeBytes(PendingImage pending) {
        store.deleteAll(Set.of(ObjectKey.of(pending.id()), ObjectKey.uploaded(pending.id())));
    }

    /** Somebody else was faster. What has been taken over since goes, unless it is now the bytes of an image. */
    private Outcome<ActiveImage> lost(PendingImage pending) {
        Image winner = repository.find(pending.id()).orElse(null);
        if (!(winner instanceof ActiveImage || winner instanceof TrashedImage)) {
            store.delete(ObjectKey.of(pending.id()));
        }
        return new Outcome.Contended<>();
    }

    private boolean isStill(PendingImage pending) {
        return repository.find(pending.id()).equals(Optional.of(pending));
    }

    private interface Reading<T> {
        Outcome<T> of(InputStream bytes) throws IOException;
    }

    private <T> Outcome<T> read(ObjectKey key, Reading<T> reading) {
        Optional<ObjectContent> found = store.open(key, null);
        if (found.isEmpty()) {
            return new Outcome.NotArrived<>();
        }
        try (ObjectContent content = found.get()) {
            return reading.of(content.stream());
        } catch (IOException e) {
            throw new StorageException(StorageException.Kind.UNAVAILABLE, "reading " + key + " failed half-way", e);
        }
    }
}
