package io.pixport.contracts.history;

import io.pixport.contracts.history.Model.Entry;
import io.pixport.contracts.history.State.Active;
import io.pixport.contracts.history.State.Trashed;
import java.util.Optional;

/** Deletes an image, to the trash where there is one. */
record Delete(int pick, Change change) implements Action {
    @Override
    public Plan plan(World world) {
        return world.model()
                .pick(pick, entry -> entry.is(Active.class))
                .map(entry -> plan(world, entry, change))
                .orElse(Plan.NOTHING);
    }

    static Plan plan(World world, Entry entry, Change change) {
        Change.Question question =
                (id, caller, version) -> world.service().deleteImage().delete(id, caller, version);
        return world.hasTrash()
                ? change.plan(world, entry, trashed(world, entry), question)
                : Erase.plan(world, entry, change, question);
    }

    private static Optional<State> trashed(World world, Entry entry) {
        return entry.is(Active.class)
                ? Optional.of(new Trashed(
                        entry.active().next(), world.now(), world.now().plus(World.RETENTION)))
                : Optional.empty();
    }
}
