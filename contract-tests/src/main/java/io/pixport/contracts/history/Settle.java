package io.pixport.contracts.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.history.Model.Entry;
import io.pixport.contracts.history.State.Active;
import io.pixport.contracts.history.State.Trashed;
import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.Image;
import io.pixport.core.model.TrashedImage;
import java.util.Optional;

/** Asks what has come of an attempt, mostly one that has come to nothing, which it never can from then on. */
record Settle(int pick) implements Action {
    @Override
    public Plan plan(World world) {
        return world.model()
                .pick(pick, entry -> entry.is(State.Absent.class))
                .map(entry -> plan(world, entry))
                .orElse(Plan.NOTHING);
    }

    private static Plan plan(World world, Entry entry) {
        Plan plan = Plan.run(() -> {
            Optional<Image> settled = world.service().settleAttempt().settle(entry.id());
            assertThat(settled.isPresent() && settled.get() instanceof ActiveImage)
                    .as("%s is active", entry)
                    .isEqualTo(entry.is(Active.class));
            assertThat(settled.isPresent() && settled.get() instanceof TrashedImage)
                    .as("%s is in the trash", entry)
                    .isEqualTo(entry.is(Trashed.class));
        });
        return entry.is(State.Absent.class) || entry.is(State.Going.class)
                ? plan.changing(entry.id(), new State.Going(world.now().plus(world.orphanAge())))
                        .interrupted(entry.id(), entry.state())
                : plan;
    }
}
