package io.pixport.core.model;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The id of an image: a UUIDv7 (RFC 9562, section 5.7), whose first 48 bits are the milliseconds since 1970. Ids are
 * ordered as unsigned 128-bit numbers, which is the order of their text, and so by the time they were made at.
 *
 * @param value a UUID of version 7 and variant 2
 */
public record ImageId(UUID value) implements Comparable<ImageId> {
    private static final int TEXT_LENGTH = 36;

    public ImageId {
        if (value.version() != 7 || value.variant() != 2) {
            throw new InvalidValueException("an image id is a UUID of version 7, got " + value);
        }
    }

    /** The id with this text (lower or upper case), or empty when no image can have it. */
    public static Optional<ImageId> parse(String text) {
        if (text.length() != TEXT_LENGTH) {
            return Optional.empty();
        }
        try {
            UUID uuid = UUID.fromString(text);
            return uuid.version() == 7 && uuid.variant() == 2 ? Optional.of(new ImageId(uuid)) : Optional.empty();
        } catch (IllegalArgumentException notAUuid) {
            return Optional.empty();
        }
    }

    /** When the id was made, to the millisecond. */
    public Instant timestamp() {
        return Instant.ofEpochMilli(value.getMostSignificantBits() >>> 16);
    }

    @Override
    public int compareTo(ImageId other) {
        int high = Long.compareUnsigned(value.getMostSignificantBits(), other.value.getMostSignificantBits());
        return high != 0
                ? high
                : Long.compareUnsigned(value.getLeastSignificantBits(), other.value.getLeastSignificantBits());
    }

    /** The UUID in lower case with hyphens, 36 characters. */
    @Override
    public String toString() {
        return value.toString();
    }
}
