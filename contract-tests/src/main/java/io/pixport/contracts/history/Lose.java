package io.pixport.contracts.history;

import io.pixport.contracts.history.Model.Entry;
import io.pixport.contracts.history.State.Active;
import io.pixport.core.port.ObjectKey;

/** Somebody removes the bytes of an image behind the back of the service, long before they are missed. */
record Lose(int pick) implements Action {
    @Override
    public Plan plan(World world) {
        return world.model()
                .pick(pick, entry -> entry.is(Active.class))
                .filter(entry -> entry.is(Active.class))
                .map(entry -> Plan.run(() -> lose(world, entry)))
                .orElse(Plan.NOTHING);
    }

    private static void lose(World world, Entry entry) {
        world.adapters().store().delete(ObjectKey.of(entry.id()));
        world.model().put(entry.id(), entry.owner(), entry.active().withLost(true));
        world.clock().advance(world.orphanAge());
    }
}
