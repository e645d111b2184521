package io.pixport.contracts.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.history.Model.Entry;
import io.pixport.core.port.ObjectKey;
import io.pixport.core.usecase.EraseOwner.Report;
import io.pixport.core.usecase.Outcome;
import java.time.Duration;
import java.util.List;

/**
 * Deletes everything of a user for good, piece by piece: where nothing failed, all bytes are gone in the end.
 *
 * @param slowly whether the stores take so long that it needs several pieces
 */
record EraseOwner(int user, Caller caller, boolean slowly) implements Action {
    private static final Duration SLOW = Duration.ofSeconds(1);
    /** Longer than it takes altogether, however slow it is. */
    private static final Duration SLACK = Duration.ofMinutes(10);

    @Override
    public Plan plan(World world) {
        List<Entry> all = world.model()
                .all()
                .filter(entry -> entry.owner() == user && isThere(entry.state()))
                .toList();
        Plan plan = Plan.ask(() -> world.server().slowed(slowly ? SLOW : Duration.ZERO, () -> erase(world, all)));
        if (caller == Caller.STRANGER) {
            return plan.answering(Outcome.NotOwner.class);
        }
        all.forEach(entry -> plan.changing(entry.id(), State.ABSENT).interrupted(entry.id(), world.goingSoon(SLACK)));
        return plan.bearingFailures();
    }

    private static boolean isThere(State state) {
        return !(state instanceof State.Absent || state instanceof State.Going);
    }

    private Outcome<?> erase(World world, List<Entry> all) {
        Outcome<Report> outcome;
        do {
            outcome = world.service().eraseOwner().erase(world.user(user), caller.id(world, user));
        } while (outcome instanceof Outcome.Done<Report> piece && isToGoOn(piece.value()));
        if (outcome instanceof Outcome.Done<Report> last && last.value().done()) {
            assertThat(all)
                    .allSatisfy(entry -> assertThat(List.of(ObjectKey.of(entry.id()), ObjectKey.uploaded(entry.id())))
                            .noneMatch(world::hasObject));
        }
        return outcome;
    }

    private static boolean isToGoOn(Report report) {
        int removed = report.images() + report.trash() + report.reservations();
        assertThat(report.done() || report.failed() + removed > 0)
                .as("%s gets somewhere", report)
                .isTrue();
        return !report.done() && report.failed() == 0;
    }
}
