package io.pixport.core.usecase;

import io.pixport.core.model.Parts;
import io.pixport.core.model.PendingImage;
import io.pixport.core.port.ImageStore;
import io.pixport.core.port.MultipartUpload;
import io.pixport.core.port.ObjectKey;
import io.pixport.core.port.PartLink;
import io.pixport.core.port.PresignedParts;
import io.pixport.core.port.PresignedUrl;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/** The parts of a reservation, and links for those that are to be sent. */
final class PartLinks {
    private final ImageStore store;
    private final ArrivedParts arrivedParts;

    PartLinks(ImageStore store) {
        this.store = store;
        this.arrivedParts = new ArrivedParts(store);
    }

    /** The parts of a reservation, which has some. */
    static Parts parts(PendingImage pending) {
        return Objects.requireNonNull(pending.parts(), "a reservation in parts");
    }

    static MultipartUpload upload(PendingImage pending) {
        return new MultipartUpload(ObjectKey.of(pending.id()), parts(pending).uploadId());
    }

    /** All parts of a new reservation, with a link of this life for each. */
    PresignedParts all(PendingImage pending, Duration life) {
        return parts(pending, Set.of(), life);
    }

    /** All parts, with a link of this life for each that has not arrived. */
    PresignedParts missing(PendingImage pending, Duration life) {
        return parts(pending, arrivedParts.numbers(pending), life);
    }

    private PresignedParts parts(PendingImage pending, Set<Integer> arrived, Duration life) {
        Parts parts = parts(pending);
        MultipartUpload upload = upload(pending);
        List<PresignedParts.Part> all = IntStream.rangeClosed(1, parts.count())
                .mapToObj(number -> {
                    PartLink link = new PartLink(life, number, parts.sizeOf(number));
                    return new PresignedParts.Part(
                            number, link.size(), arrived.contains(number) ? null : store.presignPart(upload, link));
                })
                .toList();
        Instant expiry = all.stream()
                .map(PresignedParts.Part::link)
                .filter(Objects::nonNull)
                .map(PresignedUrl::expiresAt)
                .min(Comparator.naturalOrder())
                .orElse(pending.expiry());
        return new PresignedParts(parts.size(), all, expiry);
    }
}
