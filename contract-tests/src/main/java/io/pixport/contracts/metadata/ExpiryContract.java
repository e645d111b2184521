package io.pixport.contracts.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.DuplicateImage;
import io.pixport.core.model.Image;
import io.pixport.core.model.PendingImage;
import io.pixport.core.model.PurgingImage;
import io.pixport.core.model.RejectedImage;
import io.pixport.core.model.TrashedImage;
import io.pixport.core.port.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What has expired, in whichever state it is. */
public interface ExpiryContract extends RepositoryFixture {
    @Test
    default void everyStateThatExpiresIsListedFromWhenItExpires() {
        Records records = new Records();
        PendingImage pending = records.pending(Duration.ofMinutes(5));
        TrashedImage trashed = records.trashed();
        PurgingImage purging = records.purging();
        RejectedImage rejected = records.rejected(Duration.ofMinutes(5));
        DuplicateImage duplicate = records.duplicate(Duration.ofMinutes(5));
        save(List.of(pending, trashed, purging, rejected, duplicate));

        assertThat(List.of(pending, trashed, purging, rejected, duplicate)).allSatisfy(image -> {
            Instant expiry = image.expiresAt().orElseThrow();
            assertThat(expired(records, expiry.minusMillis(1)).all()).doesNotContain(image);
            listed(() -> assertThat(expired(records, expiry).all()).contains(image));
        });
    }

    @Test
    default void anActiveImageNeverExpires() {
        Records records = new Records();
        ActiveImage image = records.active();
        save(image);

        assertThat(expired(records, records.now().plus(Duration.ofDays(2))).all())
                .doesNotContain(image);
    }

    @Test
    default void theSoonestExpiredIsFirst() {
        Records records = new Records();
        List<Image> soonestFirst = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            soonestFirst.add(records.trashed());
            soonestFirst.add(records.purging());
            soonestFirst.add(records.pending(Duration.ofMinutes(30 - i)));
        }
        soonestFirst.sort(Comparator.comparing(Walk::expiry));
        List<Image> shuffled = new ArrayList<>(soonestFirst);
        Collections.shuffle(shuffled);
        save(shuffled);

        listed(() -> assertThat(
                        own(soonestFirst, expired(records, later(records)).all()))
                .isEqualTo(soonestFirst));
    }

    @Test
    default void whatExpiresInTheSameMillisecondIsOrderedById() {
        Records records = new Records();
        Instant expiry = records.now().plus(Duration.ofHours(1));
        List<Image> olderFirst = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ActiveImage image = records.active();
            olderFirst.add(new TrashedImage(image, image.uploadedAt(), expiry));
        }
        save(olderFirst.reversed());

        listed(() -> assertThat(own(olderFirst, expired(records, expiry).all())).isEqualTo(olderFirst));
        assertThat(own(olderFirst, startingBefore(olderFirst, expired(records, expiry))))
                .isEqualTo(olderFirst);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8, 9, 1000})
    default void byEveryLimitEverythingExpiredIsSeenOnceInOrder(int limit) {
        Records records = new Records();
        List<Image> images = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            images.add(records.pending(Duration.ofMinutes(1)));
        }
        save(images);

        listed(() -> assertThat(own(images, expired(records, later(records)).by(limit, before(images), () -> {})))
                .isEqualTo(images));
    }

    @Test
    default void everythingExpiredIsSeenOnceWhileItIsClearedAway() {
        Records records = new Records();
        List<Image> images = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            images.add(records.pending(Duration.ofMinutes(1)));
        }
        save(images);
        listed(() -> assertThat(expired(records, later(records)).all()).containsAll(images));
        List<Image> cleared = new ArrayList<>(images);

        List<Image> seen = expired(records, later(records)).by(2, before(images), () -> {
            if (!cleared.isEmpty()) {
                Image first = cleared.removeFirst();
                repository().delete(first);
            }
        });

        assertThat(own(images, seen)).isEqualTo(images);
    }

    @Test
    default void aRecordWhoseExpiryChangedIsListedByTheNewOneOnly() {
        Records records = new Records();
        TrashedImage trashed = records.trashed();
        save(trashed);

        PurgingImage purging = replace(trashed.purge(trashed.purgeAt(), Records.PATIENCE));

        assertThat(expired(records, trashed.purgeAt()).all()).doesNotContain(trashed, purging);
        listed(() -> assertThat(expired(records, purging.expiry()).all()).contains(purging));
        assertThat(expired(records, purging.expiry()).all()).doesNotContain(trashed);
    }

    @Test
    default void whatWasRestoredDoesNotExpire() {
        Records records = new Records();
        TrashedImage trashed = records.trashed();
        save(trashed);

        ActiveImage restored = replace(trashed.restore(records.now()));

        assertThat(expired(records, trashed.purgeAt()).all()).doesNotContain(trashed, restored);
    }

    /** What has expired by then, from the test's own time on. */
    private Walk<Image> expired(Records records, Instant now) {
        Position ownTime = new Position(records.begin(), records.id());
        return Walk.overExpired(
                (after, limit) -> repository().listExpired(now, after == null ? ownTime : after, limit));
    }

    private static List<Image> startingBefore(List<Image> images, Walk<Image> walk) {
        return walk.by(2, before(images), () -> {});
    }

    private static Position before(List<Image> images) {
        Position first = Walk.expiry(images.getFirst());
        return new Position(first.time().minusMillis(1), first.id());
    }

    private static Instant later(Records records) {
        return records.now().plus(Duration.ofHours(2));
    }

    private static List<Image> own(List<Image> images, List<Image> seen) {
        return seen.stream().filter(images::contains).toList();
    }
}
