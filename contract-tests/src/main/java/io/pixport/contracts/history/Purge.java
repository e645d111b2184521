package io.pixport.contracts.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.history.Model.Entry;
import io.pixport.core.port.ObjectKey;
import io.pixport.core.usecase.Outcome;
import io.pixport.core.usecase.PurgeExpired.Report;
import java.time.Instant;
import java.util.List;

/** Clears away what has expired, and what somebody has not removed to the end: where nothing failed, its bytes are gone. */
record Purge() implements Action {
    @Override
    public Plan plan(World world) {
        List<Entry> expired = world.model()
                .all()
                .filter(entry -> hasExpired(entry, world.now()))
                .toList();
        Plan plan = Plan.ask(() -> purge(world, expired)).bearingFailures();
        expired.forEach(entry -> plan.changing(entry.id(), State.ABSENT).interrupted(entry.id(), world.going()));
        return plan;
    }

    private static Outcome<?> purge(World world, List<Entry> expired) {
        Report report = world.service().purgeExpired().run();
        if (report.failed() == 0) {
            assertThat(expired).allSatisfy(entry -> assertThat(keys(entry)).noneMatch(world::hasObject));
        }
        return new Outcome.Done<>(report);
    }

    /** Where it may have bytes; what a form has put for an image that is going may be left to the reconciler. */
    private static List<ObjectKey> keys(Entry entry) {
        ObjectKey own = ObjectKey.of(entry.id());
        return entry.is(State.Going.class) ? List.of(own) : List.of(own, ObjectKey.uploaded(entry.id()));
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
