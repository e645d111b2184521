package io.pixport.core.port;

import io.pixport.core.model.ImageFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps objects: at least one byte under a key, written once, whole or not at all, never changed but by a presigned form,
 * and private but for presigned links. Nine methods, and those of {@link MultipartStore} for what is large, and deliberately no
 * more: no copy, no rename, no append.
 *
 * <p>Every method is safe to call from many threads, and each takes effect at one instant: a read that starts after a
 * write has returned sees it. A backend that is out of reach is a {@link StorageException} from every method but those
 * that presign, which need not ask it; it is never an absence or an empty list. What is outside the bounds that a
 * method sets is an {@link IllegalArgumentException}, and nothing is done.
 */
public interface ImageStore extends MultipartStore {
    /**
     * Stores an object under a key that is free.
     *
     * <p>Repeated with the same bytes, it changes nothing and is true again, so a call whose answer was lost can be made
     * again. Called at once by many for one key, one wins, and to the others it is as if they had come later. Half-failed,
     * it leaves nothing or the whole object, never a part that could be read. The payload is neither kept nor closed; each
     * attempt opens a new stream of it, reads it and closes it. What a taken key has is compared with the size and digest
     * that the payload states.
     *
     * @param format stored as the content type of the object
     * @return true when the object is there with these bytes; false when the key has other bytes, which stay
     * @throws StorageException of kind {@code FULL} when there is no room; nothing is stored then
     * @throws StorageException of kind {@code FAILED} when the payload cannot be read to its end, or its bytes are not those
     *     of its size and digest; nothing is stored then
     */
    boolean put(ObjectKey key, Payload payload, ImageFormat format);

    /**
     * Opens an object for reading. What was opened is read to its end even if the object is deleted meanwhile, or fails
     * with an {@link java.io.IOException}; it never gives other bytes and never ends early.
     *
     * @param range which bytes; null for all. A last byte behind the end of the object means its end.
     * @return empty when there is no such object
     * @throws RangeOutsideException when the first byte of the range is not in the object
     */
    Optional<ObjectContent> open(ObjectKey key, @Nullable ByteRange range);

    /**
     * Size and checksum, without reading the object; empty when there is no such object. The checksum is there of whatever
     * was stored by {@link #put} or by a link of {@link #presignWrite}.
     */
    Optional<StoredObject> describe(ObjectKey key);

    /**
     * Removes an object. When there is none, or when called again, it does nothing. Half-failed, the object is wholly there
     * or gone.
     */
    void delete(ObjectKey key);

    /**
     * Removes objects as {@link #delete} does each, in as few requests as the backend allows.
     *
     * @param keys 1 to 1000
     * @return the keys that the backend refused or failed on alone, whose objects may still be there; empty when all are gone
     */
    Set<ObjectKey> deleteAll(Set<ObjectKey> keys);

    /**
     * Objects in the order of their keys.
     *
     * <p>Walking from page to page, every object that was there throughout is seen exactly once; one that comes or goes
     * meanwhile may be seen or not. The position need not be the key of an object. Checksums may be left out.
     *
     * @param after the position: only greater keys are listed; null to begin at the first
     * @param limit how many at most, 1 to 1000
     * @return fewer than {@code limit} only when the end was reached
     */
    List<StoredObject> list(@Nullable ObjectKey after, int limit);

    /**
     * A link for reading the object, good for GET and nothing else, whole or by a range. Whether there is such an object is
     * not looked at; a link to none is answered 404 when it is followed. Deleting the object ends the link's use.
     */
    PresignedUrl presignRead(ObjectKey key, ReadLink link);

    /**
     * A link for storing the object, good for PUT to this key and nothing else. It admits the bytes of the given size and
     * digest; others are refused and nothing is stored. Once the key has an object the link is refused, so nobody can
     * overwrite with it. Followed by many at once, it stores the object once; whether the others are refused is not promised.
     */
    PresignedUrl presignWrite(ObjectKey key, WriteLink link);

    /**
     * A form for storing the object from a web page, before its bytes are known. It admits 1 to the given number of bytes;
     * others are refused and nothing is stored.
     *
     * <p>It is good until it expires, for as many uploads as it is used for: each replaces what the key has, the last one
     * wins, and while it does, the key may seem free. So the key must be one from which nothing is shown: whoever takes the
     * bytes over reads, checks and puts them under another.
     */
    PresignedPost presignPost(ObjectKey key, PostLink link);
}
