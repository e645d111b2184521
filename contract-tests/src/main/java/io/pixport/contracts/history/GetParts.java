package io.pixport.contracts.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.history.Model.Entry;
import io.pixport.contracts.history.State.Reserved;
import io.pixport.core.model.PendingImage;
import io.pixport.core.port.PresignedParts;
import io.pixport.core.usecase.Outcome;
import java.util.stream.Collectors;

/** Asks which parts of an upload have arrived; whoever goes on with it has the links of the answer. */
record GetParts(int pick) implements Action {
    @Override
    public Plan plan(World world) {
        return world.model()
                .pick(pick, entry -> entry.state() instanceof Reserved reserved && reserved.isInParts())
                .filter(entry -> entry.state().told(world.now()) instanceof Reserved reserved && reserved.isInParts())
                .map(entry -> Plan.ask(() -> get(world, entry, (Reserved) entry.state())))
                .orElse(Plan.NOTHING);
    }

    private static Outcome<?> get(World world, Entry entry, Reserved reserved) {
        return world.service()
                .getUpload()
                .get(entry.id(), null)
                .flatMap(upload -> world.service().getParts().get((PendingImage) upload))
                .flatMap(parts -> {
                    assertThat(parts.parts().stream()
                                    .filter(PresignedParts.Part::hasArrived)
                                    .map(PresignedParts.Part::number)
                                    .collect(Collectors.toSet()))
                            .as("the parts of %s", entry)
                            .isEqualTo(reserved.arrived().keySet());
                    world.keep(entry.id(), parts);
                    return new Outcome.Done<>(parts);
                });
    }
}
