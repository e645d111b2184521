package io.pixport.contracts.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.AtOnce;
import io.pixport.contracts.Fresh;
import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.ImageId;
import io.pixport.core.model.PurgingImage;
import io.pixport.core.model.Tag;
import io.pixport.core.model.TrashedImage;
import io.pixport.core.port.ImageQuery;
import io.pixport.core.port.Position;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Removing a record. */
public interface DeleteRecordContract extends RepositoryFixture {
    @Test
    default void aDeletedImageIsGoneFromEveryListAsSoonAsDeleteReturns() {
        Records records = new Records();
        Tag one = Fresh.tag();
        Tag other = Fresh.tag();
        ActiveImage image = records.active(one, other);
        save(image);
        List<ImageQuery> queries = List.of(
                Asking.of(records.owner()).query(),
                Asking.of(records.owner()).tagged(other).query(),
                Asking.ofEverybody().tagged(one).query(),
                Asking.ofEverybody().taggedAny(one, other).query(),
                Asking.ofEverybody()
                        .from(records.begin())
                        .until(records.now().plusMillis(1))
                        .query());
        assertThat(queries)
                .allSatisfy(query -> listed(() ->
                        assertThat(repository().list(query, null, 1000).items()).contains(image)));

        assertThat(repository().delete(image)).isTrue();

        assertThat(repository().find(image.id())).isEmpty();
        assertThat(queries)
                .allSatisfy(query ->
                        assertThat(repository().list(query, null, 1000).items()).doesNotContain(image));
    }

    @Test
    default void aRecordDeletedFromTheTrashIsInNoList() {
        Records records = new Records();
        TrashedImage image = records.trashed();
        save(image);

        assertThat(repository().delete(image)).isTrue();

        assertThat(repository().find(image.id())).isEmpty();
        assertThat(repository().listTrash(records.owner(), null, 10).items()).isEmpty();
        Position justBefore = new Position(image.purgeAt().minusMillis(1), image.id());
        assertThat(repository().listExpired(image.purgeAt(), justBefore, 1000).items())
                .doesNotContain(image);
    }

    @Test
    default void deletingAnotherVersionIsFalseAndTheRecordStays() {
        Records records = new Records();
        ActiveImage first = records.active();
        save(first);
        ActiveImage second = replace(first.edit(first.details().withTitle("second"), records.now()));

        assertThat(repository().delete(first)).isFalse();
        assertThat(repository().delete(second.edit(second.details(), records.now())))
                .isFalse();

        assertThat(repository().find(first.id())).contains(second);
        listed(() -> assertThat(repository()
                        .list(Asking.of(records.owner()).query(), null, 10)
                        .items())
                .containsExactly(second));
    }

    /** A bar that two have seen is removed, and the id barred again: the second of the two is late. */
    @Test
    default void deletingAnotherRecordOfTheSameVersionIsFalseAndTheRecordStays() {
        Records records = new Records();
        ImageId id = records.id();
        PurgingImage gone = PurgingImage.orphan(id, records.now(), Records.PATIENCE);
        PurgingImage there = PurgingImage.orphan(id, records.now().plusSeconds(1), Records.PATIENCE);
        save(there);

        assertThat(repository().delete(gone)).isFalse();

        assertThat(repository().find(id)).contains(there);
        Position justBefore = new Position(there.expiry().minusMillis(1), id);
        listed(() -> assertThat(repository()
                        .listExpired(there.expiry(), justBefore, 1000)
                        .items())
                .contains(there));
    }

    @Test
    default void deletingWhatWasNeverThereIsTrue() {
        assertThat(repository().delete(new Records().active(Fresh.tag()))).isTrue();
    }

    @Test
    default void deletingTwiceIsTrueTwice() {
        ActiveImage image = new Records().active();
        save(image);

        assertThat(repository().delete(image)).isTrue();
        assertThat(repository().delete(image)).isTrue();

        assertThat(repository().find(image.id())).isEmpty();
    }

    @RepeatedTest(8)
    default void ofADeleteAndAnUpdateAtOnceOneWins() {
        Records records = new Records();
        ActiveImage first = records.active();
        save(first);
        ActiveImage second = first.edit(first.details().withTitle("second"), records.now());

        List<Boolean> answers = AtOnce.call(
                2, i -> i == 0 ? repository().delete(first) : repository().update(first, second));

        assertThat(answers).containsOnlyOnce(true);
        boolean deleted = answers.getFirst();
        assertThat(repository().find(first.id()).isEmpty()).isEqualTo(deleted);
    }

    @Test
    default void manyDeleteOneRecordAtOnce() {
        ActiveImage image = new Records().active(Fresh.tag());
        save(image);

        assertThat(AtOnce.call(16, i -> repository().delete(image))).containsOnly(true);

        assertThat(repository().find(image.id())).isEmpty();
    }
}
