package io.pixport.contracts.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.pixport.contracts.Digests;
import io.pixport.contracts.Fresh;
import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.PendingImage;
import io.pixport.core.model.Tag;
import io.pixport.core.port.Page;
import io.pixport.core.port.Position;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The order of a list, and walking over it page by page. */
public interface ListContract extends RepositoryFixture {
    Comparator<ActiveImage> NEWEST_FIRST =
            Comparator.<ActiveImage, Position>comparing(Walk::position).reversed();

    @Test
    default void theNewestIsFirstInWhicheverOrderTheyWereSaved() {
        Records records = new Records();
        List<ActiveImage> images = new ArrayList<>(records.actives(20));
        List<ActiveImage> newestFirst = images.reversed().stream().toList();
        Collections.shuffle(images);
        save(images);

        listed(() -> assertThat(of(records).all()).isEqualTo(newestFirst));
    }

    @Test
    default void imagesOfTheSameMillisecondAreOrderedByTheirIds() {
        Records records = new Records();
        List<ActiveImage> images = new ArrayList<>();
        for (int group = 0; group < 3; group++) {
            images.addAll(List.of(records.active(), records.twin(), records.twin(), records.twin()));
        }
        List<ActiveImage> expected = images.stream().sorted(NEWEST_FIRST).toList();
        Collections.shuffle(images);
        save(images);

        listed(() -> assertThat(of(records).all()).isEqualTo(expected));
        assertThat(of(records).by(1)).isEqualTo(expected);
        assertThat(of(records).by(3)).isEqualTo(expected);
    }

    @Test
    default void theTimeOfUploadOrdersAndNotTheAgeOfTheId() {
        Records records = new Records();
        PendingImage reserved = records.pending(Duration.ofHours(1));
        ActiveImage uploadedBetween = records.active();
        ActiveImage completed = reserved.complete(
                uploadedBetween.content(), uploadedBetween.uploadedAt().plusMillis(1));
        save(reserved);
        save(uploadedBetween);

        replace(completed);

        listed(() -> assertThat(of(records).by(1)).containsExactly(completed, uploadedBetween));
    }

    @Test
    default void anEditDoesNotMoveAnImage() {
        Records records = new Records();
        List<ActiveImage> images = records.actives(3);
        save(images);

        ActiveImage edited = replace(images.get(0).edit(images.get(0).details().withTitle("new"), records.now()));

        listed(() -> assertThat(of(records).all()).containsExactly(images.get(2), images.get(1), edited));
    }

    @Test
    default void whoHasNothingGetsOneEmptyPage() {
        Page<ActiveImage> page = repository().list(Asking.of(Fresh.user()).query(), null, 20);

        assertThat(page.items()).isEmpty();
        assertThat(page.next()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 11, 12, 13, 100, 1000})
    default void byEveryLimitEveryImageIsSeenOnceInOrder(int limit) {
        Records records = new Records();
        Tag tag = Fresh.tag();
        List<ActiveImage> images = records.actives(12, tag);
        save(images);
        List<ActiveImage> expected = images.reversed();

        listed(() -> assertThat(of(records).by(limit)).isEqualTo(expected));
        listed(() -> assertThat(of(Asking.ofEverybody().tagged(tag)).by(limit)).isEqualTo(expected));
        listed(() ->
                assertThat(of(Asking.of(records.owner()).tagged(tag)).by(limit)).isEqualTo(expected));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 1000})
    default void pagesAreFullAlsoWhereAFilterLeavesMuchOut(int limit) {
        Records records = new Records();
        Tag wanted = Fresh.tag();
        Tag unwanted = Fresh.tag();
        List<ActiveImage> expected = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            ActiveImage image = i % 7 == 0 ? records.active(wanted) : records.active(wanted, unwanted);
            save(image);
            if (i % 7 == 0) {
                expected.addFirst(image);
            }
        }

        listed(() -> assertThat(of(Asking.ofEverybody().tagged(wanted).without(unwanted))
                        .by(limit))
                .isEqualTo(expected));
        listed(() -> assertThat(of(Asking.of(records.owner()).without(unwanted)).by(limit))
                .isEqualTo(expected));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 9, 50, 1000})
    default void theListOfEverybodyHasEachOfManyOwnersImagesOnce(int limit) {
        Records records = new Records();
        List<ActiveImage> images = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            images.add(records.active(Fresh.user(), records.full().content().format(), List.of()));
        }
        save(images);
        Asking thisTime =
                Asking.ofEverybody().from(records.begin()).until(records.now().plusMillis(1));

        listed(() -> assertThat(of(thisTime).by(limit).stream().filter(images::contains))
                .isEqualTo(images.reversed()));
    }

    @Test
    default void thePositionNeedNotBeAnImageAnyMore() {
        Records records = new Records();
        List<ActiveImage> images = records.actives(4);
        save(images);
        listed(() -> assertThat(of(records).all()).hasSize(4));
        Position second = Walk.position(images.get(2));

        repository().delete(images.get(2));

        assertThat(of(records).by(10, second, () -> {})).containsExactly(images.get(1), images.get(0));
    }

    @Test
    default void thePositionNeedNeverHaveBeenAnImage() {
        Records records = new Records();
        List<ActiveImage> images = records.actives(3);
        save(images);
        listed(() -> assertThat(of(records).all()).hasSize(3));
        Position between = new Position(images.get(1).uploadedAt().plusMillis(1), records.id());
        Position afterAll = new Position(records.begin(), records.id());

        assertThat(of(records).by(1, between, () -> {})).containsExactly(images.get(1), images.get(0));
        assertThat(of(records).by(1, afterAll, () -> {})).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    default void whatIsThereThroughoutIsSeenOnceWhileOthersComeAndGo(int limit) {
        Records records = new Records();
        List<ActiveImage> images = records.actives(30);
        List<ActiveImage> throughout = new ArrayList<>();
        List<ActiveImage> coming = new ArrayList<>();
        List<ActiveImage> going = new ArrayList<>();
        for (int i = 0; i < images.size(); i++) {
            List.of(throughout, coming, going).get(i % 3).add(images.get(i));
        }
        save(throughout);
        save(going);
        listed(() -> assertThat(of(records).all()).hasSize(20));
        AtomicInteger pages = new AtomicInteger();

        List<ActiveImage> seen = of(records).by(limit, null, () -> {
            int page = pages.getAndIncrement();
            if (page < going.size()) {
                repository().delete(going.get(page));
                save(coming.get(page));
                save(records.active());
            }
        });

        assertThat(seen)
                .doesNotHaveDuplicates()
                .isSortedAccordingTo(NEWEST_FIRST)
                .containsAll(throughout);
    }

    @Test
    default void anImageOnThePageBoundaryThatIsEditedMeanwhileIsSeenOnce() {
        Records records = new Records();
        List<ActiveImage> images = records.actives(6);
        save(images);
        listed(() -> assertThat(of(records).all()).hasSize(6));
        AtomicInteger pages = new AtomicInteger();

        List<ActiveImage> seen = of(records).by(2, null, () -> {
            int page = pages.getAndIncrement();
            if (page < 3) {
                ActiveImage last = images.get(4 - 2 * page);
                replace(last.edit(last.details().withTitle("edited"), records.now()));
            }
        });

        assertThat(seen)
                .extracting(ActiveImage::id)
                .containsExactlyElementsOf(
                        images.reversed().stream().map(ActiveImage::id).toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1001})
    default void aLimitOutsideOneToAThousandIsRefusedByEveryList(int limit) {
        Records records = new Records();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> repository().list(Asking.of(records.owner()).query(), null, limit));
        assertThatIllegalArgumentException().isThrownBy(() -> repository().listTrash(records.owner(), null, limit));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> repository().listReservations(records.owner(), null, limit));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> repository().listCopies(records.owner(), Digests.sha256(new byte[1]), null, limit));
        assertThatIllegalArgumentException().isThrownBy(() -> repository().listExpired(records.now(), null, limit));
    }

    private Walk<ActiveImage> of(Records records) {
        return of(Asking.of(records.owner()));
    }

    private Walk<ActiveImage> of(Asking asking) {
        return Walk.over((after, limit) -> repository().list(asking.query(), after, limit));
    }
}
