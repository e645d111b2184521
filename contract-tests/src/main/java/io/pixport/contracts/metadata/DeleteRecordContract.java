package io.pixport.contracts.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.AtOnce;
import io.pixport.contracts.Fresh;
import io.pixport.core.model.ActiveImage;
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

        assertThat(repository().delete(image.id(), 1)).isTrue();

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

        assertThat(repository().delete(image.id(), image.version())).isTrue();

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

        assertThat(repository().delete(first.id(), 1)).isFalse();
        assertThat(repository().delete(first.id(), 3)).isFalse();

        assertThat(repository().find(first.id())).contains(second);
        listed(() -> assertThat(repository()
                        .list(Asking.of(records.owner()).query(), null, 10)
                        .items())
                .containsExactly(second));
    }

    @Test
    default void deletingWhatWasNeverThereIsTrue() {
        assertThat(repository().delete(new Records().id(), 1)).isTrue();
    }

    @Test
    default void deletingTwiceIsTrueTwice() {
        ActiveImage image = new Records().active();
        save(image);

        assertThat(repository().delete(image.id(), 1)).isTrue();
        assertThat(repository().delete(image.id(), 1)).isTrue();

        assertThat(repository().find(image.id())).isEmpty();
    }

    @RepeatedTest(8)
    default void ofADeleteAndAnUpdateAtOnceOneWins() {
        Records records = new Records();
        ActiveImage first = records.active();
        save(first);
        ActiveImage second = first.edit(first.details().withTitle("second"), records.now());

        List<Boolean> answers = AtOnce.call(
                2,
                i -> i == 0 ? repository().delete(first.id(), 1) : repository().update(second, 1));

        assertThat(answers).containsOnlyOnce(true);
        boolean deleted = answers.getFirst();
        assertThat(repository().find(first.id()).isEmpty()).isEqualTo(deleted);
    }

    @Test
    default void manyDeleteOneRecordAtOnce() {
        ActiveImage image = new Records().active(Fresh.tag());
        save(image);

        assertThat(AtOnce.call(16, i -> repository().delete(image.id(), 1))).containsOnly(true);

        assertThat(repository().find(image.id())).isEmpty();
    }
}
