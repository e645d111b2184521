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
import java.util.stream.Stream;

/** The parts of a reservation that are in the store. */
final class ArrivedParts {
    private final ImageStore store;

    ArrivedParts(ImageStore store) {
        this.store = store;
    }

    /** The numbers of those that need not be sent any more; all, once they have been assembled. */
    Set<Integer> numbers(PendingImage pending) {
        Set<Integer> listed = numbers(list(pending));
        boolean assembled =
                listed.isEmpty() && store.describe(ObjectKey.of(pending.id())).isPresent();
        return assembled ? all(pending).collect(Collectors.toSet()) : listed;
    }

    private static Set<Integer> numbers(List<StoredPart> arrived) {
        return arrived.stream().map(StoredPart::number).collect(Collectors.toSet());
    }

    private static Stream<Integer> all(PendingImage pending) {
        return IntStream.rangeClosed(1, PartLinks.parts(pending).count()).boxed();
    }

    /** In the order of their numbers, and each of the size that it was to have. */
    private List<StoredPart> list(PendingImage pending) {
        Parts parts = PartLinks.parts(pending);
        return store.listParts(PartLinks.upload(pending)).stream()
                .filter(part -> part.number() <= parts.count() && part.size() == parts.sizeOf(part.number()))
                .toList();
    }

    /**
     * @return the key under which the object is now, {@link Outcome.NotArrived} with what is missing, or
     *     {@link Outcome.Contended} when a part has just been sent again, or the upload been ended
     */
    Outcome<ObjectKey> assemble(PendingImage pending) {
        List<StoredPart> arrived = list(pending);
        Set<Integer> numbers = numbers(arrived);
        List<Integer> missing =
                all(pending).filter(number -> !numbers.contains(number)).toList();
        if (!missing.isEmpty()) {
            return new Outcome.NotArrived<>(missing);
        }
        return store.assemble(PartLinks.upload(pending), arrived)
                ? new Outcome.Done<>(ObjectKey.of(pending.id()))
                : new Outcome.Contended<>();
    }
}
