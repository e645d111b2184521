package io.pixport.core.port;

import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.Image;
import io.pixport.core.model.ImageId;
import io.pixport.core.model.MissingImage;
import io.pixport.core.model.Sha256;
import io.pixport.core.model.TrashedImage;
import io.pixport.core.model.Upload;
import io.pixport.core.model.UserId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one record for each image id, in whichever state it is, and the lists that are drawn from the records.
 *
 * <p>Every method is safe to call from many threads. A write takes effect together with all its list entries, or not at
 * all; {@link #find} and every list but {@link #list} see it as soon as it has returned. {@link #list} shows a new image as soon as
 * the adapter's documentation says, and never one whose deletion has returned. While a write is under way, one list may
 * show it a moment before another does. A backend that is out of reach is a {@link StorageException}, never an absence or
 * an empty page. What is outside the bounds that a method sets is an {@link IllegalArgumentException}, and nothing is done.
 */
public interface MetadataRepository {
    /**
     * Saves the first record of an id.
     *
     * <p>Repeated with an equal record, it changes nothing and is true again. Called at once by many for one id with
     * different records, one wins.
     *
     * @return true when the record is there; false when the id has another record, which stays
     */
    boolean save(Image image);

    /** The record of an id, in any state; empty when there is none. */
    Optional<Image> find(ImageId id);

    /**
     * Replaces a record by its next version, if the one that the caller has seen still is there.
     *
     * <p>Repeated, it finds its own record in place, changes nothing and is true again. Called at once by many, one wins.
     *
     * @param seen the record to replace, as it was found
     * @param image the new record, of the same id and of version {@code seen.version() + 1}
     * @return true when the new record is there; false when there is another than the one seen, which stays, or none
     */
    boolean update(Image seen, Image image);

    /**
     * Removes a record and all its list entries, if the one that the caller has seen still is there. When there is none, or
     * when called again, it does nothing and is true.
     *
     * @param seen the record to remove, as it was found
     * @return false when there is another record under its id, which stays
     */
    boolean delete(Image seen);

    /**
     * Active images that pass the query, the newest first: by the time of upload, then by id.
     *
     * <p>Walking from page to page, every image that passes throughout is seen exactly once, while others come and go.
     *
     * @param after only images behind this position; null to begin with the newest
     * @param limit how many at most, 1 to 1000
     * @return exactly {@code limit} images on every page but the last; the position of the next page is that of the last
     *     image on this one
     */
    Page<ActiveImage> list(ImageQuery query, @Nullable Position after, int limit);

    /**
     * What is in a user's trash, the last deleted first: by the time of deletion, then by id. It pages like {@link #list}.
     * What has expired is listed until it is purged.
     */
    Page<TrashedImage> listTrash(UserId owner, @Nullable Position after, int limit);

    /**
     * An owner's reservations, in whichever state but that of an image: the last made first, by the time of their ids, then
     * by id. It pages like {@link #list}, and shows a new one as {@link #find} does. What has expired is listed until it is
     * purged.
     *
     * @return records of the states pending, rejected and duplicate
     */
    Page<Upload> listReservations(UserId owner, @Nullable Position after, int limit);

    /**
     * What an owner has of the same bytes: active images and those in the trash, the newest first: by the time of upload,
     * then by id. It pages like {@link #list}, and shows a new image as {@link #find} does. What has expired is listed until
     * it is purged.
     *
     * @param sha256 of the bytes
     */
    Page<Image> listCopies(UserId owner, Sha256 sha256, @Nullable Position after, int limit);

    /**
     * Images whose bytes were missed, of all owners, the longest missing first: by the time since when, then by id. It pages
     * like {@link #list}.
     */
    Page<MissingImage> listMissing(@Nullable Position after, int limit);

    /**
     * Records that expire at {@code now} or before, in any state that expires, the soonest first: by the time of expiry,
     * then by id. It pages like {@link #list}.
     */
    Page<Image> listExpired(Instant now, @Nullable Position after, int limit);

    /**
     * Holds lists to records, in one window of all that there is: removes what a list has and no record, and writes what a
     * list lacks. No call leaves such behind, but whoever else writes to the backend may. Each entry is mended at one
     * instant, beside whatever is written meanwhile. Half-failed, some of them are. Repeated, it finds the rest.
     *
     * <p>Walking from window to window, every record and every entry that is there throughout is looked at.
     *
     * @param after what the window before has given as the next; null to begin
     * @param dryRun whether what is found stays as it is
     * @throws IllegalArgumentException when no window has given that
     */
    ListWindow mendLists(@Nullable String after, boolean dryRun);
}
