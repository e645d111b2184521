package io.pixport.contracts.history;

import java.time.Duration;

/** Time passes; between two of these, everything is of the same millisecond. */
record Pass(Duration time) implements Action {
    @Override
    public Plan plan(World world) {
        return Plan.run(() -> world.clock().advance(time));
    }
}
