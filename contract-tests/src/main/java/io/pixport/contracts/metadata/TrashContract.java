package io.pixport.contracts.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.Fresh;
import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.TrashedImage;
import io.pixport.core.model.UserId;
import io.pixport.core.port.Position;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is in a user's trash. */
public interface TrashContract extends RepositoryFixture {
    @Test
    default void theLastDeletedIsFirstAndNotTheYoungest() {
        Records records = new Records();
        List<ActiveImage> images = records.actives(4);
        save(images);
        Instant later = records.now();
        List<TrashedImage> trashed = new ArrayList<>();
        for (int i : new int[] {2, 0, 3, 1}) {
            trashed.addFirst(replace(images.get(i).trash(later.plusSeconds(trashed.size()), Records.RETENTION)));
        }

        assertThat(trash(records.owner()).all()).isEqualTo(trashed);
    }

    @Test
    default void whatWasDeletedInTheSameMillisecondIsOrderedById() {
        Records records = new Records();
        List<ActiveImage> images = new ArrayList<>(records.actives(6));
        List<ActiveImage> newestFirst = images.reversed().stream().toList();
        save(images);
        Instant now = records.now();
        Collections.shuffle(images);
        images.forEach(image -> replace(image.trash(now, Records.RETENTION)));

        assertThat(trash(records.owner()).by(1))
                .extracting(TrashedImage::id)
                .containsExactlyElementsOf(
                        newestFirst.stream().map(ActiveImage::id).toList());
    }

    @Test
    default void theTrashIsItsOwnersAlone() {
        Records records = new Records();
        TrashedImage mine = records.trashed();
        UserId other = Fresh.user();
        TrashedImage anothers = records.active(other, mine.image().content().format(), List.of())
                .trash(records.now(), Records.RETENTION);
        save(List.of(mine, anothers));

        assertThat(trash(records.owner()).all()).containsExactly(mine);
        assertThat(trash(other).all()).containsExactly(anothers);
        assertThat(trash(Fresh.user()).all()).isEmpty();
    }

    @Test
    default void onlyWhatIsTrashedIsInTheTrash() {
        Records records = new Records();
        save(records.active());
        save(records.pending(Records.RETENTION));
        save(records.purging());

        assertThat(trash(records.owner()).all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 6, 7, 8, 1000})
    default void byEveryLimitEverythingInTheTrashIsSeenOnceInOrder(int limit) {
        Records records = new Records();
        List<TrashedImage> trashed = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            trashed.addFirst(records.trashed());
        }
        save(trashed);

        assertThat(trash(records.owner()).by(limit)).isEqualTo(trashed);
    }

    @Test
    default void whatStaysInTheTrashIsSeenOnceWhileOthersComeAndGo() {
        Records records = new Records();
        List<TrashedImage> staying = new ArrayList<>();
        List<TrashedImage> going = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            staying.add(records.trashed());
            going.add(records.trashed());
        }
        save(staying);
        save(going);
        AtomicInteger pages = new AtomicInteger();

        List<TrashedImage> seen = trash(records.owner()).by(2, null, () -> {
            int page = pages.getAndIncrement();
            if (page < going.size()) {
                replace(going.get(page).restore(records.now()));
                save(records.trashed());
            }
        });

        assertThat(seen).doesNotHaveDuplicates().containsAll(staying);
    }

    @Test
    default void aPositionInTheTrashNeedNotExistAnyMore() {
        Records records = new Records();
        TrashedImage first = records.trashed();
        TrashedImage second = records.trashed();
        TrashedImage third = records.trashed();
        save(List.of(first, second, third));
        Position position = Walk.position(second);

        repository().delete(second);

        assertThat(trash(records.owner()).by(1, position, () -> {})).containsExactly(first);
    }

    private Walk<TrashedImage> trash(UserId owner) {
        return Walk.overTrash((after, limit) -> repository().listTrash(owner, after, limit));
    }
}
