package io.pixport.contracts.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.history.Model.Entry;
import io.pixport.core.model.ImageId;
import io.pixport.core.usecase.Outcome;
import io.pixport.core.usecase.PurgeExpired.Report;
import java.time.Instant;
import java.util.List;

/** Clears away what has expired, and what somebody has not removed to the end: where nothing failed, its bytes are gone. */
record Purge() implements Action {
    @Override
    public Plan plan(World world) {
        List<ImageId> expired = world.model()
                .all()
                .filter(entry -> hasExpired(entry, world.now()))
                .map(Entry::id)
                .toList();
        Plan plan = Plan.ask(() -> purge(world, expired)).bearingFailures();
        expired.forEach(id -> plan.changing(id, State.ABSENT).interrupted(id, world.going()));
        return plan;
    }

    private static Outcome<?> purge(World world, List<ImageId> expired) {
        Report report = world.service().purgeExpired().run();
        if (report.failed() == 0) {
            assertThat(expired).allSatisfy(id -> assertThat(World.keys(id)).noneMatch(world::hasObject));
        }
        return new Outcome.Done<>(report);
    }

    private static boolean hasExpired(Entry entry, Instant now) {
        return switch (entry.state()) {
            case State.Trashed trashed -> !trashed.purgeAt().isAfter(now);
            case State.Reserved reserved -> !reserved.expiry().isAfter(now);
            case State.Rejected rejected -> !rejected.expiry().isAfter(now);
            case State.Duplicate duplicate -> !duplicate.expiry().isAfter(now);
            case State.Going going -> !going.expiry().isAfter(now);
            case State.Active active -> false;
            case State.Missing missing -> false;
            case State.Absent absent -> false;
        };
    }
}
