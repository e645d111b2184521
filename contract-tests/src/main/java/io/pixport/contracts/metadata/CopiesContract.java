package io.pixport.contracts.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.Fresh;
import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.Image;
import io.pixport.core.model.ImageDetails;
import io.pixport.core.model.TrashedImage;
import io.pixport.core.port.Position;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an owner has of the same bytes. */
public interface CopiesContract extends RepositoryFixture {
    @Test
    default void copiesAreListedTheNewestFirstWhetherTheyAreInTheTrashOrNot() {
        Records records = new Records();
        ActiveImage first = records.active(Fresh.tag());
        ActiveImage second = records.copy(first);
        ActiveImage third = records.copy(first);
        save(List.of(second, first, third));
        TrashedImage trashed = replace(second.trash(records.now(), Records.RETENTION));

        assertThat(copies(first).all()).containsExactly(third, trashed, first);
    }

    @Test
    default void otherBytesAndOtherOwnersAreNotAmongThem() {
        Records records = new Records();
        ActiveImage mine = records.active();
        ActiveImage others = ActiveImage.uploaded(records.id(), Fresh.user(), null, ImageDetails.NONE, mine.content());
        ActiveImage otherBytes = records.active();
        save(List.of(mine, others, otherBytes));

        assertThat(copies(mine).all()).containsExactly(mine);
        assertThat(copies(others).all()).containsExactly(others);
        assertThat(copies(otherBytes).all()).containsExactly(otherBytes);
        assertThat(copies(records.active()).all()).isEmpty();
    }

    @Test
    default void aCopyIsListedAsItIsNow() {
        Records records = new Records();
        ActiveImage image = records.active();
        save(image);

        ActiveImage edited = replace(image.edit(ImageDetails.NONE.withTitle("Dawn"), records.now()));
        assertThat(copies(image).all()).containsExactly(edited);
        TrashedImage trashed = replace(edited.trash(records.now(), Records.RETENTION));
        assertThat(copies(image).all()).containsExactly(trashed);
        ActiveImage restored = replace(trashed.restore(records.now()));
        assertThat(copies(image).all()).containsExactly(restored);
        Image purging = replace(restored.purge(records.now(), Records.PATIENCE));
        assertThat(copies(image).all()).isEmpty();
        assertThat(repository().delete(purging)).isTrue();
        assertThat(copies(image).all()).isEmpty();
    }

    @Test
    default void aDeletedRecordIsNoCopy() {
        ActiveImage image = new Records().active();
        save(image);

        assertThat(repository().delete(image)).isTrue();

        assertThat(copies(image).all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 6, 7, 8, 1000})
    default void byEveryLimitEveryCopyIsSeenOnceInOrder(int limit) {
        Records records = new Records();
        ActiveImage first = records.active();
        List<Image> newestFirst = new ArrayList<>(List.of(first));
        for (int i = 0; i < 6; i++) {
            ActiveImage copy = records.copy(first);
            newestFirst.addFirst(i % 2 == 0 ? copy : copy.trash(records.now(), Records.RETENTION));
        }
        save(newestFirst);

        assertThat(copies(first).by(limit)).isEqualTo(newestFirst);
    }

    private Walk<Image> copies(ActiveImage image) {
        return new Walk<>(
                (after, limit) ->
                        repository().listCopies(image.owner(), image.content().sha256(), after, limit),
                CopiesContract::position);
    }

    private static Position position(Image image) {
        return Walk.position(image instanceof TrashedImage trashed ? trashed.image() : (ActiveImage) image);
    }
}
