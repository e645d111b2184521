package io.pixport.core.usecase;

import io.pixport.core.model.Parts;
import io.pixport.core.model.PendingImage;
import io.pixport.core.port.ImageStore;
import io.pixport.core.port.ObjectKey;
import io.pixport.core.port.StoredPart;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The parts of a reservation that are in the store. */
final class ArrivedParts {
    private final ImageStore store;

    ArrivedParts(ImageStore store) {
        this.store = store;
    }

    /** In the order of their numbers, and each of the size that it was to have. */
    List<StoredPart> list(PendingImage pending) {
        Parts parts = PartLinks.parts(pending);
        return store.listParts(PartLinks.upload(pending)).stream()
                .filter(part -> part.number() <= parts.count() && part.size() == parts.sizeOf(part.number()))
                .toList();
    }

    static Set<Integer> numbers(List<StoredPart> arrived) {
        return arrived.stream().map(StoredPart::number).collect(Collectors.toSet());
    }

    /**
     * @return the key under which the object is now, {@link Outcome.NotArrived} with what is missing, or
     *     {@link Outcome.Contended} when a part has just been sent again, or the upload been ended
     */
    Outcome<ObjectKey> assemble(PendingImage pending) {
        List<StoredPart> arrived = list(pending);
        Set<Integer> numbers = numbers(arrived);
        List<Integer> missing = IntStream.rangeClosed(
                        1, PartLinks.parts(pending).count())
                .boxed()
                .filter(number -> !numbers.contains(number))
                .toList();
        if (!missing.isEmpty()) {
            return new Outcome.NotArrived<>(missing);
        }
        return store.assemble(PartLinks.upload(pending), arrived)
                ? new Outcome.Done<>(ObjectKey.of(pending.id()))
                : new Outcome.Contended<>();
    }
}
