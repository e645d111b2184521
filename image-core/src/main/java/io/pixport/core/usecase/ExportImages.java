package io.pixport.core.usecase;

import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.UserId;
import io.pixport.core.port.ImageQuery;
import io.pixport.core.port.ImageQuery.TagMatch;
import io.pixport.core.port.ImageStore;
import io.pixport.core.port.MetadataRepository;
import io.pixport.core.port.ObjectContent;
import io.pixport.core.port.ObjectKey;
import io.pixport.core.port.Page;
import io.pixport.core.port.Position;
import io.pixport.core.port.StorageException;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Goes through an owner's images with their bytes, to keep them elsewhere. */
public final class ExportImages {
    /** So few that what is exported has been listed a short while before. */
    private static final int PAGE_SIZE = 50;

    private final ImageStore store;
    private final MetadataRepository repository;

    public ExportImages(ImageStore store, MetadataRepository repository) {
        this.store = store;
        this.repository = repository;
    }

    /**
     * An image.
     *
     * @param content its open bytes, which the caller closes; empty when the store has lost them
     */
    public record Exported(ActiveImage image, Optional<ObjectContent> content) {}

    /** The images that are left, the newest first. Not safe for use by many threads. */
    public final class Export {
        private final ImageQuery query;
        private final Queue<ActiveImage> listed = new ArrayDeque<>();
        private @Nullable Position after;
        private boolean more = true;

        private Export(UserId owner) {
            this.query = new ImageQuery(owner, Set.of(), TagMatch.ALL, Set.of(), null, null, null);
            readPage();
        }

        /**
         * The next image; empty when there is none. One that has been deleted since it was listed is left out.
         *
         * @throws StorageException when a store failed; what was to come is not known then
         */
        public Optional<Exported> next() {
            while (!listed.isEmpty() || more) {
                if (listed.isEmpty()) {
                    readPage();
                } else {
                    ActiveImage image = listed.remove();
                    Optional<ObjectContent> content = store.open(ObjectKey.of(image.id()), null);
                    if (content.isPresent() || isThere(image)) {
                        return Optional.of(new Exported(image, content));
                    }
                }
            }
            return Optional.empty();
        }

        private void readPage() {
            Page<ActiveImage> page = repository.list(query, after, PAGE_SIZE);
            listed.addAll(page.items());
            after = page.next().orElse(null);
            more = after != null;
        }

        private boolean isThere(ActiveImage image) {
            return repository.find(image.id()).orElse(null) instanceof ActiveImage;
        }
    }

    /**
     * @param caller who asks; null for nobody in particular, who may
     * @return the active images, or {@link Outcome.NotOwner}
     * @throws StorageException when the repository cannot say what there is
     */
    public Outcome<Export> export(UserId owner, @Nullable UserId caller) {
        return caller == null || caller.equals(owner)
                ? new Outcome.Done<>(new Export(owner))
                : new Outcome.NotOwner<>();
    }
}
