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
    private static final String UPLOADS = "uploads/";
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

    /** Where a form puts the bytes of an image that is still to be. Nothing is shown from here. Ordered by age as well. */
    public static ObjectKey uploaded(ImageId id) {
        return new ObjectKey(UPLOADS + id);
    }

    /**
     * A position that is behind the images made before a time and before all others, to the millisecond. No object has this
     * key.
     */
    public static ObjectKey position(Instant time) {
        return position(IMAGES, time);
    }

    /** The same among what forms have put. */
    public static ObjectKey uploadedPosition(Instant time) {
        return position(UPLOADS, time);
    }

    private static ObjectKey position(String prefix, Instant time) {
        long millis = Math.clamp(time.toEpochMilli(), 0, LAST_MILLI);
        return new ObjectKey(prefix + "%08x-%04x".formatted(millis >>> 16, millis & 0xffff));
    }

    /** The image whose bytes are here; empty when this is the key of something else. */
    public Optional<ImageId> imageId() {
        return idBehind(IMAGES);
    }

    /** The image for which a form has put bytes here; empty when this is the key of something else. */
    public Optional<ImageId> uploadedId() {
        return idBehind(UPLOADS);
    }

    /**
     * The image that bytes are for which have just arrived here, by whichever method: what to complete when a store tells
     * of a new object.
     */
    public Optional<ImageId> arrivedFor() {
        return imageId().or(this::uploadedId);
    }

    private Optional<ImageId> idBehind(String prefix) {
        return value.startsWith(prefix) ? ImageId.parse(value.substring(prefix.length())) : Optional.empty();
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
