package io.pixport.contracts.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.history.Model.Entry;
import io.pixport.contracts.history.State.Active;
import io.pixport.contracts.store.StoreFixture;
import io.pixport.core.model.ActiveImage;
import java.util.Optional;

/** Gets an image and reads all of it. */
record Get(int pick) implements Action {
    @Override
    public Plan plan(World world) {
        return world.model()
                .pick(pick, entry -> entry.is(Active.class))
                .map(entry -> Plan.run(() -> get(world, entry)))
                .orElse(Plan.NOTHING);
    }

    private static void get(World world, Entry entry) {
        Optional<ActiveImage> image = world.service().getImage().get(entry.id());
        assertThat(image.isPresent()).as("%s is shown", entry).isEqualTo(entry.is(Active.class));
        image.filter(shown -> !entry.active().lost()).ifPresent(shown -> assertThat(StoreFixture.drain(
                        world.service().openContent().open(shown, null).orElseThrow()))
                .as("the bytes of %s", entry)
                .isEqualTo(Pictures.bytes(entry.active().picture())));
    }
}
