package io.pixport.contracts.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.pixport.contracts.AtOnce;
import io.pixport.contracts.Fresh;
import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.Tag;
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

        assertThat(repository().update(first, second)).isTrue();

        assertThat(repository().find(first.id())).contains(second);
    }

    @Test
    default void anUpdateFromAVersionThatIsGoneIsFalseAndChangesNothing() {
        ActiveImage first = new Records().active();
        save(first);
        ActiveImage second = replace(titled(first, "second"));

        assertThat(repository().update(first, titled(first, "late"))).isFalse();

        assertThat(repository().find(first.id())).contains(second);
    }

    @Test
    default void anUpdateFromAVersionThatIsStillToComeIsFalseAndChangesNothing() {
        ActiveImage first = new Records().active();
        save(first);
        ActiveImage second = titled(first, "second");

        assertThat(repository().update(second, titled(second, "third"))).isFalse();

        assertThat(repository().find(first.id())).contains(first);
    }

    @Test
    default void anUpdateRepeatedBecauseItsAnswerWasLostIsTrueAndChangesNothing() {
        ActiveImage first = new Records().full();
        save(first);
        ActiveImage second = replace(titled(first, "second"));

        assertThat(repository().update(first, second)).isTrue();

        assertThat(repository().find(first.id())).contains(second);
    }

    @Test
    default void anUpdateRepeatedAfterAnotherOneIsFalse() {
        ActiveImage first = new Records().active();
        save(first);
        ActiveImage second = replace(titled(first, "second"));
        ActiveImage third = replace(titled(second, "third"));

        assertThat(repository().update(first, second)).isFalse();

        assertThat(repository().find(first.id())).contains(third);
    }

    @Test
    default void anUpdateOfNothingIsFalseAndSavesNothing() {
        Records records = new Records();
        ActiveImage never = records.active();

        assertThat(repository().update(never, titled(never, "second"))).isFalse();

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
        repository().delete(image);

        assertThat(repository().update(image, titled(image, "second"))).isFalse();

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

        List<Boolean> answers = AtOnce.call(16, i -> repository().update(first, offered.get(i)));

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

        assertThat(AtOnce.call(16, i -> repository().update(first, second))).containsOnly(true);
    }

    @Test
    default void anUpdateThatSkipsAVersionIsRefused() {
        ActiveImage first = new Records().active();
        save(first);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> repository().update(first, titled(titled(first, "second"), "third")));

        assertThat(repository().find(first.id())).contains(first);
    }

    @Test
    default void anUpdateByTheRecordOfAnotherIdIsRefused() {
        Records records = new Records();
        ActiveImage image = records.active();
        ActiveImage other = records.active();
        save(List.of(image, other));

        assertThatIllegalArgumentException().isThrownBy(() -> repository().update(image, titled(other, "second")));

        assertThat(repository().find(image.id())).contains(image);
        assertThat(repository().find(other.id())).contains(other);
    }

    /** An image that was never there was seen, in the place of another that has reached the same version. */
    @Test
    default void anUpdateOfAnotherRecordOfTheSameVersionIsFalseAndChangesNothing() {
        Records records = new Records();
        ActiveImage there = records.active(Fresh.tag());
        save(there);
        Tag tag = Fresh.tag();
        ActiveImage seen = new ActiveImage(
                there.id(),
                there.owner(),
                null,
                there.details().withTags(List.of(tag)),
                there.content(),
                there.uploadedAt(),
                there.updatedAt(),
                1);

        assertThat(repository().update(seen, titled(seen, "second"))).isFalse();

        assertThat(repository().find(there.id())).contains(there);
        assertThat(repository()
                        .list(Asking.ofEverybody().tagged(tag).query(), null, 10)
                        .items())
                .isEmpty();
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
