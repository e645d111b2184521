package io.pixport.inmemory;

import io.pixport.core.port.MultipartUpload;
import io.pixport.core.port.ObjectKey;
import io.pixport.core.port.StoredPart;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Multipart uploads that have begun and not ended, and the parts that have arrived. Who changes an upload has the turn of
 * its key.
 */
final class PartsInMemory {
    private final ConcurrentSkipListMap<MultipartUpload, Map<Integer, Chunks>> uploads = new ConcurrentSkipListMap<>();
    private final AtomicLong begun = new AtomicLong();

    MultipartUpload begin(ObjectKey key) {
        MultipartUpload upload = new MultipartUpload(key, Long.toString(begun.incrementAndGet()));
        uploads.put(upload, new ConcurrentSkipListMap<>());
        return upload;
    }

    boolean has(MultipartUpload upload) {
        return uploads.containsKey(upload);
    }

    /** @return the bytes that were the part before, which are out of use now; null for none */
    @Nullable Chunks put(MultipartUpload upload, int number, Chunks part) {
        return arrived(upload).put(number, part);
    }

    List<StoredPart> list(MultipartUpload upload) {
        return arrived(upload).entrySet().stream()
                .map(part -> new StoredPart(part.getKey(), part.getValue().size(), tag(part.getValue())))
                .toList();
    }

    /** The bytes of these parts, in their order; empty when one of them is not as it was listed. */
    Optional<List<Chunks>> find(MultipartUpload upload, List<StoredPart> parts) {
        List<Chunks> found = new ArrayList<>();
        for (StoredPart part : parts) {
            Chunks bytes = arrived(upload).get(part.number());
            if (bytes == null || !tag(bytes).equals(part.tag())) {
                return Optional.empty();
            }
            found.add(bytes);
        }
        return Optional.of(found);
    }

    /** @return all that had arrived */
    Collection<Chunks> end(MultipartUpload upload) {
        Map<Integer, Chunks> parts = uploads.remove(upload);
        return parts == null ? List.of() : parts.values();
    }

    List<MultipartUpload> list(@Nullable MultipartUpload after, int limit) {
        return (after == null ? uploads : uploads.tailMap(after, false))
                .keySet().stream().limit(limit).toList();
    }

    private Map<Integer, Chunks> arrived(MultipartUpload upload) {
        return uploads.getOrDefault(upload, Map.of());
    }

    private static String tag(Chunks part) {
        return part.sha256().hex();
    }
}
