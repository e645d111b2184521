package io.pixport.contracts.history;

import io.pixport.contracts.history.Model.Entry;
import io.pixport.contracts.history.State.Active;
import io.pixport.core.model.ImageDetails;
import java.util.Optional;
import java.util.Set;

/** Gives an image other tags. */
record Edit(int pick, Change change, Set<Integer> tags) implements Action {
    @Override
    public Plan plan(World world) {
        return world.model()
                .pick(pick, entry -> entry.is(Active.class))
                .map(entry -> plan(world, entry, change, tags))
                .orElse(Plan.NOTHING);
    }

    static Plan plan(World world, Entry entry, Change change, Set<Integer> tags) {
        return change.plan(
                world,
                entry,
                entry.is(Active.class) ? Optional.of(entry.active().withTags(tags)) : Optional.empty(),
                (id, caller, version) -> world.service()
                        .updateImage()
                        .update(id, caller, version, details -> retagged(world, details, tags)));
    }

    /** The same tags in another order would be a change, and the model knows of no order. */
    private static ImageDetails retagged(World world, ImageDetails details, Set<Integer> tags) {
        return world.numbers(details).equals(tags) ? details : details.withTags(world.tags(tags));
    }
}
