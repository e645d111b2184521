package io.pixport.core.port;

import io.pixport.core.model.ImageFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part of an {@link ImageStore} by which large objects arrive in parts, each by a link of its own, in any order, at any
 * pace, and again if need be. Nothing of them can be read or listed as an object before they are assembled, and their bytes
 * take room until they are assembled or the upload is aborted.
 *
 * <p>What is said there of threads, outages and bounds holds here as well.
 */
public interface MultipartStore {
    /** The greatest number of a part, as of S3. */
    int MAX_PARTS = 10_000;

    /** Bytes of every part but the last, at least: 5 MiB, as of S3. */
    long MIN_PART_SIZE = 5L << 20;

    /**
     * Begins an upload. Each call begins one of its own, under a taken key as well; one whose answer was lost stays until
     * it is aborted by whoever finds it in the list.
     *
     * @param format stored as the content type of the object
     */
    MultipartUpload begin(ObjectKey key, ImageFormat format);

    /**
     * A link for sending one part, good for PUT. It admits exactly so many bytes; others are refused and nothing is stored.
     * It is good for as often as it is used until it expires, and what was sent last is the part. Once the upload has ended,
     * what is sent by it has no effect on any object, whether it is refused or not.
     */
    PresignedUrl presignPart(MultipartUpload upload, PartLink link);

    /** The parts that have arrived, in the order of their numbers; empty when the upload has ended, or never was. */
    List<StoredPart> listParts(MultipartUpload upload);

    /**
     * Stores the object, of these parts in the order of their numbers, if the key is free, and ends the upload with all
     * other parts that have arrived.
     *
     * <p>Repeated, it changes nothing and is true again as long as the object is there. Called at once by many, one does
     * it, and to the others it is as if they had come later. Half-failed, it leaves nothing or the whole object. What a
     * taken key has stays as it is, and the upload goes on.
     *
     * @param parts as they were listed, at least one; all but the last of at least {@link #MIN_PART_SIZE}
     * @return true when the key has an object, by this call or since before; false when it has none because the upload has
     *     ended, or a part is not as it was listed, in which case nothing was done
     */
    boolean assemble(MultipartUpload upload, List<StoredPart> parts);

    /**
     * Ends an upload, with all parts that have arrived. When it has ended, or is ended again, it does nothing; an object
     * that was assembled stays.
     */
    void abort(MultipartUpload upload);

    /**
     * Uploads that have begun and not ended, in the order of their keys.
     *
     * <p>Walking from page to page, every upload that was there throughout is seen exactly once; one that comes or goes
     * meanwhile may be seen or not.
     *
     * @param after the last of the page before; null to begin at the first
     * @param limit how many at most, 1 to 1000
     * @return fewer than {@code limit} only when the end was reached
     */
    List<MultipartUpload> listUploads(@Nullable MultipartUpload after, int limit);

    /**
     * For implementations of {@link #assemble}, which all refuse the same.
     *
     * @throws IllegalArgumentException unless the parts are in order and large enough
     */
    static void requireAssemblable(List<StoredPart> parts) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("an object is assembled of at least 1 part");
        }
        for (int i = 1; i < parts.size(); i++) {
            StoredPart part = parts.get(i - 1);
            if (part.number() >= parts.get(i).number() || part.size() < MIN_PART_SIZE) {
                throw new IllegalArgumentException(
                        "parts are in order, and of at least %d bytes but the last, got part %d of %d"
                                .formatted(MIN_PART_SIZE, part.number(), part.size()));
            }
        }
    }
}
