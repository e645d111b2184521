package io.pixport.contracts.history;

import io.pixport.contracts.faults.Faults.Step;
import io.pixport.contracts.history.Trouble.Kind;
import io.pixport.core.model.Announcement.Method;
import io.pixport.core.model.OnDuplicate;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Histories that once came out wrong, as the property printed them, and those that show why things are as they are. */
final class KnownHistories {
    private static final Change BY_OWNER = new Change(Caller.OWNER, Meant.ANY);

    /** What a form puts so late is for the reconciler: the purge has no record to find it by. */
    private static final History A_FORM_POSTED_AFTER_AN_ERASURE = new History(
            true,
            new Turn(new Reserve(0, Method.POST, 0, Set.of()), null),
            new Turn(new Send(0, null), null),
            new Turn(new Complete(0, Caller.OWNER, OnDuplicate.KEEP), null),
            new Turn(new Erase(0, BY_OWNER), null),
            new Turn(new Send(0, null), null),
            new Turn(new Purge(), null),
            new Turn(new Pass(Duration.ofHours(2)), null),
            new Turn(new Reconcile(false), null));

    /** What it has marked, the next one finishes. */
    private static final History A_PURGE_THAT_MARKED_AND_THEN_FAILED = new History(
            true,
            new Turn(new Upload(0, 0, Set.of(), OnDuplicate.KEEP), null),
            new Turn(new Delete(0, BY_OWNER), null),
            new Turn(new Pass(Duration.ofHours(2)), null),
            new Turn(new Purge(), new Trouble(Step.UPDATE, Kind.AFTER, 0)),
            new Turn(new Pass(Duration.ofHours(2)), null),
            new Turn(new Purge(), null));

    private static final History NOTHING_IS_EVER_MADE = new History(true, new Turn(new Purge(), null));

    static final List<History> ALL =
            List.of(NOTHING_IS_EVER_MADE, A_FORM_POSTED_AFTER_AN_ERASURE, A_PURGE_THAT_MARKED_AND_THEN_FAILED);

    private KnownHistories() {}
}
