package io.pixport.core.usecase;

import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.DuplicateImage;
import io.pixport.core.model.Image;
import io.pixport.core.model.MissingImage;
import io.pixport.core.model.PendingImage;
import io.pixport.core.model.PurgingImage;
import io.pixport.core.model.RejectedImage;
import io.pixport.core.model.TrashedImage;
import io.pixport.core.port.ImageStore;
import io.pixport.core.port.MetadataRepository;
import io.pixport.core.port.MultipartUpload;
import io.pixport.core.port.ObjectKey;
import io.pixport.core.port.StorageException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The end of every image: it is marked, its bytes go, wherever they have arrived, and when they are gone, its record. */
public final class Purge {
    private final ImageStore store;
    private final MetadataRepository repository;
    private final InstantSource clock;
    private final Duration patience;

    /** @param patience how long one removal may take before another one goes on with it */
    public Purge(ImageStore store, MetadataRepository repository, InstantSource clock, Duration patience) {
        this.store = store;
        this.repository = repository;
        this.clock = clock;
        this.patience = patience;
    }

    /**
     * What has been done to many.
     *
     * @param removed those whose bytes and records are gone
     * @param failed those that a store failed on
     */
    record Tally(int removed, int failed) {
        static final Tally NONE = new Tally(0, 0);

        Tally plus(Tally more) {
            return new Tally(removed + more.removed, failed + more.failed);
        }
    }

    /** Removes the bytes and the record of an image that was there. Repeated, or done by two at once, it does no harm. */
    void finish(PurgingImage marked) {
        endUpload(marked);
        store.delete(ObjectKey.of(marked.id()));
        repository.delete(marked);
    }

    /**
     * Does all of it to many, and to reservations, whose bytes go together, from wherever they arrived. Who has just been
     * changed by somebody else stays, and does not count.
     */
    Tally removeAll(Collection<? extends Image> images) {
        List<PurgingImage> marked = new ArrayList<>();
        int notMarked = 0;
        for (Image image : images) {
            try {
                mark(image).ifPresent(marked::add);
            } catch (StorageException e) {
                notMarked++;
            }
        }
        int notFinished = finishAll(marked);
        return new Tally(marked.size() - notFinished, notMarked + notFinished);
    }

    /** From here on nobody finds, restores or completes it any more. */
    private Optional<PurgingImage> mark(Image image) {
        PurgingImage marked = marked(image);
        return image.equals(marked) || repository.update(image, marked) ? Optional.of(marked) : Optional.empty();
    }

    /** What an image becomes that is to be removed. */
    PurgingImage marked(Image image) {
        return switch (image) {
            case ActiveImage active -> active.purge(clock.instant(), patience);
            case TrashedImage trashed -> trashed.purge(clock.instant(), patience);
            case MissingImage missing -> missing.purge(clock.instant(), patience);
            case PendingImage pending -> pending.purge(clock.instant(), patience);
            case RejectedImage rejected -> rejected.purge(clock.instant(), patience);
            case DuplicateImage duplicate -> duplicate.purge(clock.instant(), patience);
            case PurgingImage purging -> purging;
        };
    }

    /** @return how many of them a store failed on */
    int finishAll(List<PurgingImage> all) {
        List<PurgingImage> marked = all.stream().filter(this::uploadIsOver).toList();
        if (marked.isEmpty()) {
            return all.size();
        }
        Set<ObjectKey> kept;
        try {
            kept = store.deleteAll(marked.stream().flatMap(Purge::keys).collect(Collectors.toSet()));
        } catch (StorageException e) {
            return all.size();
        }
        int failed = all.size() - marked.size();
        for (PurgingImage image : marked) {
            failed += keys(image).noneMatch(kept::contains) && recordIsGone(image) ? 0 : 1;
        }
        return failed;
    }

    private boolean uploadIsOver(PurgingImage image) {
        try {
            endUpload(image);
            return true;
        } catch (StorageException e) {
            return false;
        }
    }

    /** Before the bytes are removed, or else they could still be assembled after that. */
    private void endUpload(PurgingImage image) {
        if (image.uploadId() != null) {
            store.abort(new MultipartUpload(ObjectKey.of(image.id()), image.uploadId()));
        }
    }

    private static Stream<ObjectKey> keys(PurgingImage image) {
        return Stream.of(ObjectKey.of(image.id()), ObjectKey.uploaded(image.id()));
    }

    private boolean recordIsGone(PurgingImage image) {
        try {
            repository.delete(image);
            return true;
        } catch (StorageException e) {
            return false;
        }
    }
}
