package io.pixport.core.port;

import io.pixport.core.model.ImageId;
import io.pixport.core.model.InvalidValueException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of an object in a store: 1 to 512 characters of {@code A-Z a-z 0-9 / . _ -}, which every store and every URL
 * takes as they are. Keys are ordered by their characters. Where objects are kept in files, no key can go on after
 * another with a slash, or have {@code .} or {@code ..} between slashes.
 */
public record ObjectKey(String value) implements Comparable<ObjectKey> {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9/._-]{1,512}");
    private static final String IMAGES = "images/";
    /** The last that an id can be made at: its time has 48 bits. */
    private static final long LAST_MILLI = (1L << 48) - 1;

    public ObjectKey {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidValueException("an object key is 1 to 512 characters of A-Z a-z 0-9 / . _ -");
        }
    }

    /** Where the bytes of an image are. Because ids begin with their time, keys of images are ordered by age. */
    public static ObjectKey of(ImageId id) {
        return new ObjectKey(IMAGES + id);
    }

    /**
     * A position that is behind the images made before a time and before all others, to the millisecond. No object has this
     * key.
     */
    public static ObjectKey position(Instant time) {
        long millis = Math.clamp(time.toEpochMilli(), 0, LAST_MILLI);
        return new ObjectKey(IMAGES + "%08x-%04x".formatted(millis >>> 16, millis & 0xffff));
    }

    /** The image whose bytes are here; empty when this is the key of something else. */
    public Optional<ImageId> imageId() {
        return value.startsWith(IMAGES) ? ImageId.parse(value.substring(IMAGES.length())) : Optional.empty();
    }

    @Override
    public int compareTo(ObjectKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
