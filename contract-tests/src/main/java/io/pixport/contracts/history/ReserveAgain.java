package io.pixport.contracts.history;

import io.pixport.contracts.history.Model.Entry;
import io.pixport.contracts.history.State.Reserved;

/** Reserves again what is reserved, as somebody does whose answer was lost. */
record ReserveAgain(int pick) implements Action {
    @Override
    public Plan plan(World world) {
        return world.model()
                .pick(pick, entry -> entry.is(Reserved.class))
                .filter(entry -> entry.state().told(world.now()) instanceof Reserved)
                .map(entry -> plan(world, entry, (Reserved) entry.state()))
                .orElse(Plan.NOTHING);
    }

    private static Plan plan(World world, Entry entry, Reserved reserved) {
        Reserve same = new Reserve(entry.owner(), reserved.method(), reserved.announced(), reserved.tags());
        return Plan.ask(() -> same.reserve(world, entry.id())).changing(entry.id(), reserved);
    }
}
