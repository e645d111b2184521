package io.pixport.contracts.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.AtOnce;
import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.Image;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Saving the first record of an id. */
public interface SaveContract extends RepositoryFixture {
    @Test
    default void aSavedRecordIsFoundAsSoonAsSaveReturns() {
        ActiveImage image = new Records().active();

        assertThat(repository().save(image)).isTrue();

        assertThat(repository().find(image.id())).contains(image);
    }

    @Test
    default void savingAnEqualRecordAgainIsTrueAndChangesNothing() {
        Records records = new Records();
        ActiveImage image = records.full();
        save(image);

        assertThat(repository().save(image)).isTrue();

        assertThat(repository().find(image.id())).contains(image);
        listed(() -> assertThat(repository()
                        .list(Asking.of(records.owner()).query(), null, 10)
                        .items())
                .containsExactly(image));
    }

    @Test
    default void savingAnotherRecordUnderATakenIdIsFalseAndTheFirstStays() {
        Records records = new Records();
        ActiveImage first = records.active();
        save(first);
        ActiveImage other = ActiveImage.uploaded(
                first.id(), first.owner(), first.fileName(), records.full().details(), first.content());

        assertThat(repository().save(other)).isFalse();

        assertThat(repository().find(first.id())).contains(first);
        assertThat(repository()
                        .list(
                                Asking.ofEverybody()
                                        .tagged(other.details().tags().getFirst())
                                        .query(),
                                null,
                                10)
                        .items())
                .isEmpty();
    }

    @Test
    default void savingAfterTheRecordWasReplacedIsFalse() {
        Records records = new Records();
        ActiveImage first = records.active();
        save(first);
        ActiveImage second = replace(first.edit(first.details().withTitle("second"), records.now()));

        assertThat(repository().save(first)).isFalse();

        assertThat(repository().find(first.id())).contains(second);
    }

    @Test
    default void anIdThatIsBarredTakesNoRecord() {
        Records records = new Records();
        Image bar = records.purging();
        save(bar);
        ActiveImage late = records.active();
        ActiveImage underTheBar =
                ActiveImage.uploaded(bar.id(), late.owner(), late.fileName(), late.details(), late.content());

        assertThat(repository().save(underTheBar)).isFalse();

        assertThat(repository().find(bar.id())).contains(bar);
        assertThat(repository()
                        .list(Asking.of(records.owner()).query(), null, 10)
                        .items())
                .isEmpty();
    }

    @Test
    default void ofManySavingDifferentRecordsUnderOneIdAtOnceOneWins() {
        Records records = new Records();
        ActiveImage image = records.active();
        List<ActiveImage> offered = IntStream.range(0, 16)
                .mapToObj(i -> ActiveImage.uploaded(
                        image.id(), image.owner(), null, image.details().withTitle("offered by " + i), image.content()))
                .toList();

        List<Boolean> answers = AtOnce.call(16, i -> repository().save(offered.get(i)));

        assertThat(answers).containsOnlyOnce(true);
        ActiveImage winner = offered.get(answers.indexOf(true));
        assertThat(repository().find(image.id())).contains(winner);
        listed(() -> assertThat(repository()
                        .list(Asking.of(records.owner()).query(), null, 10)
                        .items())
                .containsExactly(winner));
    }

    @Test
    default void manySavingEqualRecordsAtOnceAllHearTrue() {
        ActiveImage image = new Records().full();

        assertThat(AtOnce.call(16, i -> repository().save(image))).containsOnly(true);
    }
}
