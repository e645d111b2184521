package io.pixport.core.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is said beforehand of bytes that go straight to the store.
 *
 * @param method how they are sent
 * @param format as which they are sent
 * @param size the number of bytes: at most so many with {@link Method#POST}, else exactly so many; null for as many as any
 *     image may have
 * @param sha256 the digest of exactly those bytes; null when it is not known yet
 */
public record Announcement(
        Method method,
        ImageFormat format,
        @Nullable Long size,
        @Nullable Sha256 sha256) {
    /** How bytes are sent to the store. */
    public enum Method {
        /** To the image's own key, once: the link admits only bytes of a size and a digest that are known. */
        PUT,
        /** To the image's own key as well, but in parts: each link admits bytes of a size that is known, and its part again. */
        PARTS,
        /** As a form, again and again if need be, to where they wait until they are taken over. */
        POST
    }

    public Announcement {
        if (method == Method.PUT && (size == null || sha256 == null)) {
            throw new InvalidValueException("size and sha256 are needed for PUT");
        }
        if (method == Method.PARTS && size == null) {
            throw new InvalidValueException("size is needed for PARTS");
        }
    }

    /** Every way in which the bytes that arrived are others than announced; empty when they are not. */
    public List<Violation> check(ImageContent content) {
        List<Violation> found = new ArrayList<>();
        if (content.format() != format) {
            found.add(broken(
                    "content_type",
                    format.contentType(),
                    "are " + content.format().contentType()));
        }
        if (size != null && (method == Method.POST ? content.size() > size : content.size() != size)) {
            found.add(broken("size", size.toString(), "are " + content.size()));
        }
        if (sha256 != null && !content.sha256().equals(sha256)) {
            found.add(broken("sha256", sha256.hex(), "have the digest " + content.sha256()));
        }
        return found;
    }

    private static Violation broken(String field, String announced, String arrived) {
        return new Violation(
                field,
                Violation.Kind.UNACCEPTABLE_IMAGE,
                "%s was announced as %s, and the bytes that arrived %s".formatted(field, announced, arrived),
                null);
    }
}
