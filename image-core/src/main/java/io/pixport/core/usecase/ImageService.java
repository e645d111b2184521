package io.pixport.core.usecase;

import io.pixport.core.model.ImageIdGenerator;
import io.pixport.core.model.Limits;
import io.pixport.core.port.ImageStore;
import io.pixport.core.port.MetadataRepository;
import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * All use cases over one pair of adapters, wired once. Every one of them is safe to use by many threads.
 *
 * @param limits the limits that all of them keep
 * @param ids makes ids for what is uploaded or reserved
 */
public record ImageService(
        Limits limits,
        ImageIdGenerator ids,
        ReceiveImage receiveImage,
        ReuseImage reuseImage,
        UploadImage uploadImage,
        SettleAttempt settleAttempt,
        ReserveUpload reserveUpload,
        GetUpload getUpload,
        GetParts getParts,
        CompleteUpload completeUpload,
        GetImage getImage,
        GetDownloadLink getDownloadLink,
        OpenContent openContent,
        ListImages listImages,
        ListLinks listLinks,
        ExportImages exportImages,
        UpdateImage updateImage,
        DeleteImage deleteImage,
        EraseImage eraseImage,
        EraseOwner eraseOwner,
        RestoreImage restoreImage,
        ListTrash listTrash,
        PurgeExpired purgeExpired,
        Reconcile reconcile,
        MendLists mendLists) {

    /** How long an upload may take from its id to its record; one that takes longer is given up. */
    private static final Duration UPLOAD_PATIENCE = Duration.ofMinutes(10);

    /** How long bytes may be on their way that were sent just before their link expired. */
    private static final Duration UPLOAD_GRACE = Duration.ofHours(1);

    /** How long the removal of one image may take before another purge goes on with it. */
    private static final Duration PURGE_PATIENCE = Duration.ofMinutes(10);

    /** How old bytes without a record have to be before they are removed: nothing can be added to them any more. */
    public static Duration orphanAge(Limits limits) {
        return limits.reservationLife().plus(UPLOAD_GRACE);
    }

    /**
     * @param clock the present, for ids, links and expiry
     * @param random unpredictable and safe for use by many threads, such as {@link java.security.SecureRandom}
     * @param spool where bytes wait until they are accepted
     */
    public static ImageService over(
            ImageStore store,
            MetadataRepository repository,
            InstantSource clock,
            RandomGenerator random,
            Spool spool,
            Limits limits) {
        GetImage getImage = new GetImage(repository);
        ListImages listImages = new ListImages(repository, limits);
        Purge purge = new Purge(store, repository, clock, PURGE_PATIENCE);
        EraseImage eraseImage = new EraseImage(repository, purge);
        ReceiveImage receiveImage = new ReceiveImage(spool, limits);
        GetUpload getUpload = new GetUpload(repository, clock);
        RestoreImage restoreImage = new RestoreImage(repository, clock);
        ReuseImage reuseImage = new ReuseImage(repository, restoreImage);
        return new ImageService(
                limits,
                new ImageIdGenerator(clock, random),
                receiveImage,
                reuseImage,
                new UploadImage(store, repository, clock, limits, UPLOAD_PATIENCE),
                new SettleAttempt(repository, clock, orphanAge(limits)),
                new ReserveUpload(store, repository, clock, limits),
                getUpload,
                new GetParts(store, clock),
                new CompleteUpload(getUpload, receiveImage, reuseImage, store, repository, clock),
                getImage,
                new GetDownloadLink(getImage, store, limits),
                new OpenContent(getImage, store),
                listImages,
                new ListLinks(listImages, store, limits),
                new ExportImages(store, repository),
                new UpdateImage(repository, clock, limits),
                new DeleteImage(repository, eraseImage, clock, limits.trashRetention()),
                eraseImage,
                new EraseOwner(repository, purge, clock),
                restoreImage,
                new ListTrash(repository, limits),
                new PurgeExpired(repository, purge, clock),
                new Reconcile(store, repository, clock, orphanAge(limits)),
                new MendLists(repository, clock));
    }
}
