package io.pixport.core.usecase;

import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.FileName;
import io.pixport.core.model.ImageId;
import io.pixport.core.model.Limits;
import io.pixport.core.model.Violation;
import io.pixport.core.port.ImageStore;
import io.pixport.core.port.ObjectKey;
import io.pixport.core.port.PresignedUrl;
import io.pixport.core.port.ReadLink;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes a link by which anybody who has it can read the bytes of an image for a while. */
public final class GetDownloadLink {
    private final GetImage getImage;
    private final ImageStore store;
    private final Limits limits;

    public GetDownloadLink(GetImage getImage, ImageStore store, Limits limits) {
        this.getImage = getImage;
        this.store = store;
        this.limits = limits;
    }

    /** How a browser treats what it gets from the link. */
    public enum Disposition {
        /** It shows the image. */
        INLINE,
        /** It saves the image under its file name. */
        ATTACHMENT
    }

    /**
     * An image and a link to its bytes.
     *
     * @param life how long the link was asked to live; {@link PresignedUrl#expiresAt} is sooner where the store cannot
     *     promise as much
     */
    public record DownloadLink(ActiveImage image, PresignedUrl url, Duration life) {}

    /**
     * @param life of the link, in whole seconds; null for the default
     * @return the link, {@link Outcome.NotFound}, or {@link Outcome.Refused} for a life outside the limits
     */
    public Outcome<DownloadLink> link(ImageId id, @Nullable Duration life, Disposition disposition) {
        Duration asked = life == null ? limits.defaultLinkLife() : life;
        Violation violation = limits.checkLinkLife(asked);
        if (violation != null) {
            return new Outcome.Refused<>(List.of(violation));
        }
        Optional<ActiveImage> found = getImage.get(id);
        if (found.isEmpty()) {
            return new Outcome.NotFound<>();
        }
        ActiveImage image = found.get();
        FileName attachment = disposition == Disposition.ATTACHMENT ? image.saveAs() : null;
        ReadLink link = new ReadLink(asked, image.content().format(), attachment);
        return new Outcome.Done<>(new DownloadLink(image, store.presignRead(ObjectKey.of(id), link), asked));
    }
}
