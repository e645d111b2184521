package io.pixport.contracts.history;

import io.pixport.contracts.faults.Faults;
import io.pixport.contracts.faults.Faults.Step;
import java.util.function.Consumer;

/**
 * What befalls a call to an adapter, as soon as one of its sort comes.
 *
 * @param passing how many calls of the sort go through before
 */
record Trouble(Step call, Kind kind, int passing) {
    enum Kind {
        /** The call fails before it takes effect. */
        BEFORE,
        /** The call fails after it took effect. */
        AFTER,
        /** The call takes effect, and is the last thing that the process does. */
        CRASH
    }

    /** @param struck is told when it happens */
    void plan(Faults faults, Consumer<Trouble> struck) {
        plan(faults, passing, () -> {
            struck.accept(this);
            if (kind == Kind.CRASH) {
                faults.die();
            }
            Faults.fail();
        });
    }

    private void plan(Faults faults, int left, Runnable strike) {
        Runnable action = left == 0 ? strike : () -> plan(faults, left - 1, strike);
        if (kind == Kind.BEFORE) {
            faults.before(call, action);
        } else {
            faults.after(call, action);
        }
    }
}
