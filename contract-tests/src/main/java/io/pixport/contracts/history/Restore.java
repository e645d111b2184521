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
                .map(entry -> new Change(caller, Meant.ANY)
                        .plan(world, entry, restored(entry, world.now()), (id, by, version) -> world.service()
                                .restoreImage()
                                .restore(id, by)))
                .orElse(Plan.NOTHING);
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
