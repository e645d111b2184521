package io.pixport.contracts.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.Fresh;
import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.DuplicateImage;
import io.pixport.core.model.PendingImage;
import io.pixport.core.model.PurgingImage;
import io.pixport.core.model.RejectedImage;
import io.pixport.core.model.Upload;
import io.pixport.core.model.UserId;
import io.pixport.core.port.Position;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an owner has reserved and is no image. */
public interface ReservationsContract extends RepositoryFixture {
    @Test
    default void reservationsAreListedTheLastMadeFirstWhateverHasBecomeOfThem() {
        Records records = new Records();
        PendingImage pending = records.pending(Duration.ofHours(3));
        RejectedImage rejected = records.rejected(Duration.ofHours(2));
        DuplicateImage duplicate = records.duplicate(Duration.ofHours(1));
        PendingImage last = records.pending(Duration.ofMinutes(1));
        save(List.of(last, duplicate, pending, rejected));

        assertThat(reservations(records.owner()).all()).containsExactly(last, duplicate, rejected, pending);
    }

    @Test
    default void whatIsNoReservationIsNotAmongThem() {
        Records records = new Records();
        save(records.active());
        save(records.trashed());
        save(records.purging());

        assertThat(reservations(records.owner()).all()).isEmpty();
    }

    @Test
    default void reservationsAreTheirOwnersAlone() {
        Records mine = new Records();
        Records others = new Records();
        PendingImage pending = mine.pending(Records.RETENTION);
        RejectedImage rejected = others.rejected(Records.RETENTION);
        save(List.of(pending, rejected));

        assertThat(reservations(mine.owner()).all()).containsExactly(pending);
        assertThat(reservations(others.owner()).all()).containsExactly(rejected);
        assertThat(reservations(Fresh.user()).all()).isEmpty();
    }

    @Test
    default void aReservationStandsWhereItStoodUntilItIsAnImageOrGone() {
        Records records = new Records();
        PendingImage refused = records.pending(Records.RETENTION);
        PendingImage unneeded = records.pending(Records.RETENTION);
        PendingImage completed = records.pending(Records.RETENTION);
        PendingImage deleted = records.pending(Records.RETENTION);
        save(List.of(refused, unneeded, completed, deleted));

        RejectedImage rejected =
                replace(refused.reject(records.rejected(Records.RETENTION).reasons()));
        DuplicateImage duplicate = replace(unneeded.duplicateOf(completed.id()));
        assertThat(reservations(records.owner()).all()).containsExactly(deleted, completed, duplicate, rejected);

        ActiveImage active = replace(completed.complete(records.active().content(), records.now()));
        assertThat(repository().delete(deleted)).isTrue();
        assertThat(reservations(records.owner()).all()).containsExactly(duplicate, rejected);
        assertThat(repository().find(completed.id())).contains(active);

        PurgingImage purging = replace(rejected.purge(records.now(), Records.PATIENCE));
        replace(duplicate.purge(records.now(), Records.PATIENCE));
        assertThat(reservations(records.owner()).all()).isEmpty();
        assertThat(repository().find(refused.id())).contains(purging);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 6, 7, 8, 1000})
    default void byEveryLimitEveryReservationIsSeenOnceInOrder(int limit) {
        Records records = new Records();
        List<Upload> lastFirst = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            lastFirst.addFirst(i % 2 == 0 ? records.pending(Records.RETENTION) : records.rejected(Records.RETENTION));
        }
        save(lastFirst);

        assertThat(reservations(records.owner()).by(limit)).isEqualTo(lastFirst);
    }

    @Test
    default void reservationsThatStayAreSeenOnceWhileOthersComeAndGo() {
        Records records = new Records();
        List<PendingImage> staying = new ArrayList<>();
        List<PendingImage> going = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            staying.add(records.pending(Records.RETENTION));
            going.add(records.pending(Records.RETENTION));
        }
        save(staying);
        save(going);
        AtomicInteger pages = new AtomicInteger();

        List<Upload> seen = reservations(records.owner()).by(2, null, () -> {
            int page = pages.getAndIncrement();
            if (page < going.size()) {
                replace(going.get(page).complete(records.active().content(), records.now()));
                save(records.pending(Records.RETENTION));
            }
        });

        assertThat(seen).doesNotHaveDuplicates().containsAll(staying);
    }

    private Walk<Upload> reservations(UserId owner) {
        return new Walk<>(
                (after, limit) -> repository().listReservations(owner, after, limit),
                upload -> new Position(upload.id().timestamp(), upload.id()));
    }
}
