package io.pixport.contracts.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.history.Model.Entry;
import io.pixport.contracts.history.State.Active;
import io.pixport.contracts.history.State.Trashed;
import io.pixport.core.port.ObjectKey;
import io.pixport.core.usecase.Outcome;
import java.util.Optional;

/** Deletes an image for good: when that is done, its bytes are gone. */
record Erase(int pick, Change change) implements Action {
    @Override
    public Plan plan(World world) {
        return world.model()
                .pick(pick, entry -> erased(entry).isPresent())
                .map(entry -> plan(world, entry, change, (id, caller, version) -> world.service()
                        .eraseImage()
                        .erase(id, caller, version)))
                .orElse(Plan.NOTHING);
    }

    static Plan plan(World world, Entry entry, Change change, Change.Question question) {
        return change.plan(world, entry, erased(entry), (id, caller, version) -> {
                    Outcome<?> outcome = question.ask(id, caller, version);
                    if (outcome instanceof Outcome.Done) {
                        assertThat(world.hasObject(ObjectKey.of(id)))
                                .as("erased bytes of %s", id)
                                .isFalse();
                    }
                    return outcome;
                })
                .interrupted(entry.id(), world.going());
    }

    private static Optional<State> erased(Entry entry) {
        return entry.is(Active.class) || entry.is(Trashed.class) || entry.is(State.Missing.class)
                ? Optional.of(State.ABSENT)
                : Optional.empty();
    }
}
