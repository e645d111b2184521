package io.pixport.contracts.history;

import io.pixport.contracts.history.Model.Entry;
import io.pixport.contracts.history.State.Active;
import io.pixport.contracts.history.State.Trashed;
import java.time.Instant;
import java.util.Optional;

record Restore(int pick, Caller caller) implements Action {
    @Override
    public Plan plan(World world) {
        return world.model()
                .pick(pick, entry -> entry.is(Trashed.class))
                .map(entry -> plan(world, entry, new Change(caller, Meant.ANY)))
                .orElse(Plan.NOTHING);
    }

    static Plan plan(World world, Entry entry, Change change) {
        return change.plan(world, entry, restored(entry, world.now()), (id, caller, version) -> world.service()
                .restoreImage()
                .restore(id, caller));
    }

    private static Optional<State> restored(Entry entry, Instant now) {
        return switch (entry.state()) {
            case Active active -> Optional.of(active);
            case Trashed trashed
            when trashed.purgeAt().isAfter(now) -> Optional.of(trashed.image().next());
            default -> Optional.empty();
        };
    }
}
