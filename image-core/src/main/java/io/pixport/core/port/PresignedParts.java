package io.pixport.core.port;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an upload, with links for those that are to be sent.
 *
 * @param size bytes of each part but the last
 * @param parts all there are, in the order of their numbers
 * @param expiresAt from when on the first of the links is refused; when there are none, until when the upload can be
 *     completed
 */
public record PresignedParts(long size, List<Part> parts, Instant expiresAt) implements PresignedLink {
    /**
     * One part.
     *
     * @param number from 1
     * @param size the exact number of its bytes
     * @param link by which it is sent; null when it has arrived
     */
    public record Part(int number, long size, @Nullable PresignedUrl link) {
        public boolean hasArrived() {
            return link == null;
        }
    }

    public PresignedParts {
        parts = List.copyOf(parts);
    }
}
