package io.pixport.core.model;

import org.jspecify.annotations.Nullable;

/**
 * One reason to refuse what was sent.
 *
 * @param field the name of the field as clients know it, such as {@code title}, {@code tags[3]} or {@code file}
 * @param kind what sort of reason it is
 * @param message one sentence with the limit and what was sent
 * @param limit the limit that was broken, in its own unit; null where none was
 */
public record Violation(
        String field, Kind kind, String message, @Nullable Long limit) {
    public enum Kind {
        /** The field is not of its form, or breaks a limit of length or number. */
        INVALID,
        /** The bytes are more than may be sent. */
        TOO_LARGE,
        /** The bytes are of no format that is taken. */
        UNSUPPORTED_FORMAT,
        /** The bytes are of a format that is taken, but not an image that can be: not whole, or of a size that is refused. */
        UNACCEPTABLE_IMAGE
    }

    /** The same reason, found in another field. */
    public Violation about(String otherField) {
        return new Violation(otherField, kind, message, limit);
    }

    public static Violation invalid(String field, String message) {
        return new Violation(field, Kind.INVALID, message, null);
    }
}
