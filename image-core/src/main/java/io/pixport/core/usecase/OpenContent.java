package io.pixport.core.usecase;

import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.ImageId;
import io.pixport.core.port.ByteRange;
import io.pixport.core.port.ImageStore;
import io.pixport.core.port.ObjectContent;
import io.pixport.core.port.ObjectKey;
import io.pixport.core.port.StorageException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens the bytes of an image, whole or a range of them. */
public final class OpenContent {
    private final GetImage getImage;
    private final ImageStore store;

    public OpenContent(GetImage getImage, ImageStore store) {
        this.getImage = getImage;
        this.store = store;
    }

    /**
     * @param image as found before
     * @param range which bytes, beginning inside the image; null for all
     * @return the open bytes, which the caller closes; empty when the image has been deleted meanwhile
     * @throws StorageException when the store failed, or does not have the bytes of an image that is there
     */
    public Optional<ObjectContent> open(ActiveImage image, @Nullable ByteRange range) {
        Optional<ObjectContent> content = store.open(ObjectKey.of(image.id()), range);
        if (content.isEmpty() && isThere(image.id())) {
            throw new StorageException(
                    StorageException.Kind.FAILED, "the bytes of image " + image.id() + " are missing", null);
        }
        return content;
    }

    private boolean isThere(ImageId id) {
        return getImage.get(id).isPresent();
    }
}
