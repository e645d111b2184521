package io.pixport.contracts.history;

import io.pixport.contracts.history.State.Active;
import java.util.Optional;
import java.util.Set;

record Edit(int pick, Change change, Set<Integer> tags) implements Action {
    @Override
    public Plan plan(World world) {
        return world.model()
                .pick(pick, entry -> entry.is(Active.class))
                .map(entry -> change.plan(
                        world,
                        entry,
                        entry.is(Active.class) ? Optional.of(entry.active().withTags(tags)) : Optional.empty(),
                        (id, caller, version) -> world.service()
                                .updateImage()
                                .update(id, caller, version, details -> details.withTags(world.tags(tags)))))
                .orElse(Plan.NOTHING);
    }
}
