package io.pixport.core.port;

import java.util.Comparator;

/**
 * An object that is being uploaded in parts, ordered by key and id.
 *
 * @param key what the object will have
 * @param id the store's own name of the upload
 */
public record MultipartUpload(ObjectKey key, String id) implements Comparable<MultipartUpload> {
    private static final Comparator<MultipartUpload> ORDER =
            Comparator.comparing(MultipartUpload::key).thenComparing(MultipartUpload::id);

    @Override
    public int compareTo(MultipartUpload other) {
        return ORDER.compare(this, other);
    }
}
