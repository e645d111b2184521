package io.pixport.core.usecase;

import io.pixport.core.model.Announcement;
import io.pixport.core.model.FileName;
import io.pixport.core.model.ImageDetails;
import io.pixport.core.model.ImageId;
import io.pixport.core.model.Limits;
import io.pixport.core.model.Parts;
import io.pixport.core.model.PendingImage;
import io.pixport.core.model.UserId;
import io.pixport.core.model.Violation;
import io.pixport.core.port.ImageStore;
import io.pixport.core.port.MetadataRepository;
import io.pixport.core.port.ObjectKey;
import io.pixport.core.port.PostLink;
import io.pixport.core.port.PresignedLink;
import io.pixport.core.port.StorageException;
import io.pixport.core.port.WriteLink;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reserves an id, and makes a link by which its bytes go straight to the store. The record is there before anybody has the
 * link, so that whatever arrives by it has a record to be judged by, or had one that expired.
 */
public final class ReserveUpload {
    private final ImageStore store;
    private final MetadataRepository repository;
    private final InstantSource clock;
    private final Limits limits;
    private final PartLinks partLinks;

    public ReserveUpload(ImageStore store, MetadataRepository repository, InstantSource clock, Limits limits) {
        this.store = store;
        this.repository = repository;
        this.clock = clock;
        this.limits = limits;
        this.partLinks = new PartLinks(store);
    }

    /**
     * A reservation and the way to use it.
     *
     * @param link of the kind that was announced; it ends with the reservation, or sooner where the store cannot promise as
     *     much
     * @param life how long the reservation lives
     */
    public record Reservation(PendingImage image, PresignedLink link, Duration life) {}

    /**
     * Repeated for an id that it has reserved, it gives the reservation that is there, and a link for as long as that lives.
     *
     * @param id new, and used for nothing else
     * @param announced what will be sent, and how
     * @param life of the reservation and its link, in whole seconds; null for as long as may be
     * @return the reservation, {@link Outcome.Refused} for every limit that would be broken, or {@link Outcome.NotFound} when
     *     the reservation of this id has expired
     * @throws StorageException when a store failed; the id may then have been reserved all the same, which
     *     {@link SettleAttempt} tells, or a multipart upload may have begun without a record, which {@link Reconcile} ends
     */
    public Outcome<Reservation> reserve(
            ImageId id,
            UserId owner,
            @Nullable FileName fileName,
            ImageDetails details,
            Announcement announced,
            @Nullable Duration life) {
        Duration asked = life == null ? limits.reservationLife() : life;
        List<Violation> violations = new ArrayList<>(limits.check(owner, fileName, details));
        violations.addAll(limits.checkAnnounced(announced.format(), announced.size()));
        Violation ofLife = limits.checkReservationLife(asked);
        if (ofLife != null) {
            violations.add(ofLife);
        }
        if (!violations.isEmpty()) {
            return new Outcome.Refused<>(violations);
        }
        Parts parts = parts(id, announced);
        PendingImage image = new PendingImage(
                id, owner, fileName, details, announced, parts, clock.instant().plus(asked), 1);
        if (repository.save(image)) {
            return new Outcome.Done<>(new Reservation(image, link(image, asked), asked));
        }
        if (parts != null) {
            store.abort(PartLinks.upload(image));
        }
        return reservedBefore(id);
    }

    private @Nullable Parts parts(ImageId id, Announcement announced) {
        return announced.method() == Announcement.Method.PARTS
                ? Parts.of(
                        store.begin(ObjectKey.of(id), announced.format()).id(),
                        Objects.requireNonNull(announced.size()))
                : null;
    }

    private Outcome<Reservation> reservedBefore(ImageId id) {
        if (!(repository.find(id).orElse(null) instanceof PendingImage image)) {
            throw new StorageException(
                    StorageException.Kind.UNAVAILABLE, "reserving the id " + id + " took too long", null);
        }
        Duration left = Duration.between(clock.instant(), image.expiry()).truncatedTo(ChronoUnit.SECONDS);
        if (!left.isPositive()) {
            return new Outcome.NotFound<>();
        }
        PresignedLink link = image.parts() == null ? link(image, left) : partLinks.missing(image, left);
        return new Outcome.Done<>(new Reservation(image, link, left));
    }

    private PresignedLink link(PendingImage image, Duration life) {
        ImageId id = image.id();
        Announcement announced = image.announced();
        Long size = announced.size();
        return switch (announced.method()) {
            case PUT ->
                store.presignWrite(
                        ObjectKey.of(id),
                        new WriteLink(
                                life,
                                Objects.requireNonNull(size),
                                Objects.requireNonNull(announced.sha256()),
                                announced.format()));
            case PARTS -> partLinks.all(image, life);
            case POST ->
                store.presignPost(
                        ObjectKey.uploaded(id),
                        new PostLink(life, size == null ? limits.maxSize() : size, announced.format()));
        };
    }
}
