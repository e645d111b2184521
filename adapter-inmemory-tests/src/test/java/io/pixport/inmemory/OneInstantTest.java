package io.pixport.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.AtOnce;
import io.pixport.contracts.metadata.Asking;
import io.pixport.contracts.metadata.Records;
import io.pixport.contracts.metadata.RepositoryFixture;
import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.Image;
import io.pixport.core.model.ImageId;
import io.pixport.core.model.TrashedImage;
import io.pixport.core.model.UserId;
import io.pixport.core.port.MetadataRepository;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.RepeatedTest;

/** In memory, a write changes all lists at one instant, which is more than a repository has to promise. */
final class OneInstantTest implements RepositoryFixture {
    private final MetadataRepository repository = new InMemoryMetadataRepository();

    @Override
    public MetadataRepository repository() {
        return repository;
    }

    @RepeatedTest(4)
    void whileImagesAreBeingTrashedNoneIsInBothListsAndNoneInNeither() {
        Records records = new Records();
        List<ActiveImage> images = records.actives(40);
        save(images);
        List<ImageId> ids = images.stream().map(ActiveImage::id).toList();

        AtomicBoolean done = new AtomicBoolean();

        AtOnce.call(3, i -> {
            switch (i) {
                case 0 -> trashAll(images, records.now(), done);
                case 1 -> assertNoneIsInBothLists(records.owner(), done);
                default -> assertNoneIsInNeitherList(records.owner(), ids, done);
            }
            return i;
        });

        assertThat(active(records.owner())).isEmpty();
    }

    private void trashAll(List<ActiveImage> images, Instant now, AtomicBoolean done) {
        try {
            images.forEach(image -> replace(image.trash(now, Records.RETENTION)));
        } finally {
            done.set(true);
        }
    }

    /** What is in the trash can no longer be seen by who looks into the other list afterwards. */
    private void assertNoneIsInBothLists(UserId owner, AtomicBoolean done) {
        do {
            List<ImageId> trashed = trash(owner).stream().map(Image::id).toList();
            assertThat(active(owner)).noneMatch(trashed::contains);
        } while (isStillGoingOn(done));
    }

    /** What is not in the list any more has to be seen by who looks into the trash afterwards. */
    private void assertNoneIsInNeitherList(UserId owner, List<ImageId> ids, AtomicBoolean done) {
        do {
            List<ImageId> active = active(owner);
            List<ImageId> trashed = trash(owner).stream().map(Image::id).toList();
            assertThat(ids).allMatch(id -> active.contains(id) || trashed.contains(id));
        } while (isStillGoingOn(done));
    }

    /** Lets other threads have their turn: virtual ones are not interrupted while they compute. */
    private static boolean isStillGoingOn(AtomicBoolean done) {
        LockSupport.parkNanos(1);
        return !done.get();
    }

    private List<ImageId> active(UserId owner) {
        return repository.list(Asking.of(owner).query(), null, 1000).items().stream()
                .map(ActiveImage::id)
                .toList();
    }

    private List<TrashedImage> trash(UserId owner) {
        return repository.listTrash(owner, null, 1000).items();
    }
}
