package io.pixport.core.usecase;

import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.Limits;
import io.pixport.core.model.UserId;
import io.pixport.core.port.ImageQuery;
import io.pixport.core.port.ImageQuery.TagMatch;
import io.pixport.core.port.ImageStore;
import io.pixport.core.port.ObjectKey;
import io.pixport.core.port.Page;
import io.pixport.core.port.Position;
import io.pixport.core.port.ReadLink;
import io.pixport.core.usecase.GetDownloadLink.DownloadLink;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lists an owner's images with links by which they are saved: an export for those who cannot carry the bytes. */
public final class ListLinks {
    private final ListImages listImages;
    private final ImageStore store;
    private final Limits limits;

    public ListLinks(ListImages listImages, ImageStore store, Limits limits) {
        this.listImages = listImages;
        this.store = store;
        this.limits = limits;
    }

    /**
     * @param caller who asks; null for nobody in particular, who may
     * @param after where the page before ended; null for the first
     * @param limit images on the page
     * @return the page, the newest first, {@link Outcome.NotOwner}, or {@link Outcome.Refused} for a limit outside the limits
     */
    public Outcome<Page<DownloadLink>> list(
            UserId owner, @Nullable UserId caller, @Nullable Position after, int limit) {
        if (caller != null && !caller.equals(owner)) {
            return new Outcome.NotOwner<>();
        }
        ImageQuery query = new ImageQuery(owner, Set.of(), TagMatch.ALL, Set.of(), null, null, null);
        return listImages
                .list(query, after, limit)
                .map(page -> new Page<>(page.items().stream().map(this::link).toList(), page.next()));
    }

    private DownloadLink link(ActiveImage image) {
        Duration life = limits.defaultLinkLife();
        ReadLink link = new ReadLink(life, image.content().format(), image.saveAs());
        return new DownloadLink(image, store.presignRead(ObjectKey.of(image.id()), link), life);
    }
}
