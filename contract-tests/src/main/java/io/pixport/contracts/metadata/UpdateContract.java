package io.pixport.contracts.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.pixport.contracts.AtOnce;
import io.pixport.core.model.ActiveImage;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Replacing a record by its next version. */
public interface UpdateContract extends RepositoryFixture {
    @Test
    default void anUpdateIsFoundAsSoonAsItReturns() {
        Records records = new Records();
        ActiveImage first = records.active();
        save(first);
        ActiveImage second = titled(first, "second");

        assertThat(repository().update(second, 1)).isTrue();

        assertThat(repository().find(first.id())).contains(second);
    }

    @Test
    default void anUpdateFromAVersionThatIsGoneIsFalseAndChangesNothing() {
        ActiveImage first = new Records().active();
        save(first);
        ActiveImage second = replace(titled(first, "second"));

        assertThat(repository().update(titled(first, "late"), 1)).isFalse();

        assertThat(repository().find(first.id())).contains(second);
    }

    @Test
    default void anUpdateFromAVersionThatIsStillToComeIsFalseAndChangesNothing() {
        ActiveImage first = new Records().active();
        save(first);
        ActiveImage third = titled(titled(first, "second"), "third");

        assertThat(repository().update(third, 2)).isFalse();

        assertThat(repository().find(first.id())).contains(first);
    }

    @Test
    default void anUpdateRepeatedBecauseItsAnswerWasLostIsTrueAndChangesNothing() {
        ActiveImage first = new Records().full();
        save(first);
        ActiveImage second = replace(titled(first, "second"));

        assertThat(repository().update(second, 1)).isTrue();

        assertThat(repository().find(first.id())).contains(second);
    }

    @Test
    default void anUpdateRepeatedAfterAnotherOneIsFalse() {
        ActiveImage first = new Records().active();
        save(first);
        ActiveImage second = replace(titled(first, "second"));
        ActiveImage third = replace(titled(second, "third"));

        assertThat(repository().update(second, 1)).isFalse();

        assertThat(repository().find(first.id())).contains(third);
    }

    @Test
    default void anUpdateOfNothingIsFalseAndSavesNothing() {
        Records records = new Records();
        ActiveImage never = records.active();

        assertThat(repository().update(titled(never, "second"), 1)).isFalse();

        assertThat(repository().find(never.id())).isEmpty();
        assertThat(repository()
                        .list(Asking.of(records.owner()).query(), null, 10)
                        .items())
                .isEmpty();
    }

    @Test
    default void anUpdateOfWhatWasDeletedIsFalseAndSavesNothing() {
        ActiveImage image = new Records().active();
        save(image);
        repository().delete(image.id(), 1);

        assertThat(repository().update(titled(image, "second"), 1)).isFalse();

        assertThat(repository().find(image.id())).isEmpty();
    }

    @Test
    default void ofManyDifferentUpdatesAtOnceOneWins() {
        Records records = new Records();
        ActiveImage first = records.active();
        save(first);
        List<ActiveImage> offered = IntStream.range(0, 16)
                .mapToObj(i -> titled(first, "offered by " + i))
                .toList();

        List<Boolean> answers = AtOnce.call(16, i -> repository().update(offered.get(i), 1));

        assertThat(answers).containsOnlyOnce(true);
        ActiveImage winner = offered.get(answers.indexOf(true));
        assertThat(repository().find(first.id())).contains(winner);
        listed(() -> assertThat(repository()
                        .list(Asking.of(records.owner()).query(), null, 10)
                        .items())
                .containsExactly(winner));
    }

    @Test
    default void manyEqualUpdatesAtOnceAllHearTrue() {
        ActiveImage first = new Records().active();
        save(first);
        ActiveImage second = titled(first, "second");

        assertThat(AtOnce.call(16, i -> repository().update(second, 1))).containsOnly(true);
    }

    @Test
    default void anUpdateThatSkipsAVersionIsRefused() {
        ActiveImage first = new Records().active();
        save(first);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> repository().update(titled(titled(first, "second"), "third"), 1));

        assertThat(repository().find(first.id())).contains(first);
    }

    @Test
    default void anUpdateLeavesOtherRecordsAlone() {
        Records records = new Records();
        ActiveImage image = records.active();
        ActiveImage other = records.active();
        save(List.of(image, other));

        replace(titled(image, "second"));

        assertThat(repository().find(other.id())).contains(other);
    }

    private static ActiveImage titled(ActiveImage image, String title) {
        return image.edit(image.details().withTitle(title), image.updatedAt().plusSeconds(1));
    }
}
