package io.pixport.contracts.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.Fresh;
import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.ImageDetails;
import io.pixport.core.model.ImageId;
import io.pixport.core.model.PendingImage;
import io.pixport.core.model.PurgingImage;
import io.pixport.core.model.RejectedImage;
import io.pixport.core.model.Tag;
import io.pixport.core.model.TrashedImage;
import io.pixport.core.model.UserId;
import io.pixport.core.model.Violation;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A change of state moves an image from list to list. */
public interface TransitionContract extends RepositoryFixture {
    @Test
    default void aTrashedImageIsInTheTrashAndInNoOtherList() {
        Records records = new Records();
        Tag tag = Fresh.tag();
        ActiveImage image = records.active(tag);
        save(image);
        listed(() -> assertThat(activeIds(records.owner(), tag)).hasSize(3).containsOnly(image.id()));

        TrashedImage trashed = replace(image.trash(records.now(), Records.RETENTION));

        assertThat(activeIds(records.owner(), tag)).isEmpty();
        assertThat(trash(records.owner())).containsExactly(trashed);
    }

    @Test
    default void aRestoredImageIsInItsListsAgainAndNotInTheTrash() {
        Records records = new Records();
        Tag tag = Fresh.tag();
        ActiveImage image = records.active(tag);
        save(image);
        TrashedImage trashed = replace(image.trash(records.now(), Records.RETENTION));

        ActiveImage restored = replace(trashed.restore(records.now()));

        assertThat(trash(records.owner())).isEmpty();
        listed(() -> assertThat(activeIds(records.owner(), tag)).hasSize(3).containsOnly(restored.id()));
    }

    @Test
    default void aReservationIsInNoListUntilItIsCompleted() {
        Records records = new Records();
        Tag tag = Fresh.tag();
        ActiveImage sample = records.active(tag);
        PendingImage pending = records.announced(sample.details());
        save(pending);
        assertThat(activeIds(records.owner(), tag)).isEmpty();
        assertThat(trash(records.owner())).isEmpty();

        ActiveImage completed = replace(pending.complete(sample.content(), records.now()));

        listed(() -> assertThat(activeIds(records.owner(), tag)).hasSize(3).containsOnly(completed.id()));
    }

    @Test
    default void aReservationThatIsRejectedIsInNoList() {
        Records records = new Records();
        Tag tag = Fresh.tag();
        PendingImage pending = records.announced(ImageDetails.NONE.withTags(List.of(tag)));
        save(pending);

        RejectedImage rejected = replace(pending.reject(List.of(Violation.invalid("file", "not an image"))));

        assertThat(activeIds(records.owner(), tag)).isEmpty();
        assertThat(trash(records.owner())).isEmpty();
        assertThat(repository().find(pending.id())).contains(rejected);
    }

    @Test
    default void anImageThatIsBeingPurgedIsInNoListOfItsOwner() {
        Records records = new Records();
        Tag tag = Fresh.tag();
        ActiveImage active = records.active(tag);
        TrashedImage trashed = records.trashed();
        PendingImage pending = records.pending(Duration.ofHours(1));
        RejectedImage rejected = records.rejected(Duration.ofHours(1));
        save(List.of(active, trashed, pending, rejected));

        replace(active.purge(records.now(), Records.PATIENCE));
        replace(trashed.purge(records.now(), Records.PATIENCE));
        replace(rejected.purge(records.now(), Records.PATIENCE));
        PurgingImage last = replace(pending.purge(records.now(), Records.PATIENCE));

        assertThat(activeIds(records.owner(), tag)).isEmpty();
        assertThat(trash(records.owner())).isEmpty();
        assertThat(repository().find(pending.id())).contains(last);
    }

    /** The ids in the lists by owner, by tag, and by both, one after the other. */
    private List<ImageId> activeIds(UserId owner, Tag tag) {
        return List.of(
                        Asking.of(owner),
                        Asking.ofEverybody().tagged(tag),
                        Asking.of(owner).tagged(tag))
                .stream()
                .flatMap(asking -> ids(asking).stream())
                .toList();
    }

    private List<ImageId> ids(Asking asking) {
        return repository().list(asking.query(), null, 1000).items().stream()
                .map(ActiveImage::id)
                .toList();
    }

    private List<TrashedImage> trash(UserId owner) {
        return repository().listTrash(owner, null, 1000).items();
    }
}
