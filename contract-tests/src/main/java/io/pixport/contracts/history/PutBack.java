package io.pixport.contracts.history;

import io.pixport.contracts.history.Model.Entry;
import io.pixport.contracts.history.State.Active;
import io.pixport.contracts.history.State.Missing;
import io.pixport.contracts.history.State.Trashed;
import io.pixport.contracts.store.BytesPayload;
import io.pixport.core.model.ImageFormat;
import io.pixport.core.port.ObjectKey;
import java.util.Optional;

/** Somebody has found the bytes that were lost. */
record PutBack(int pick) implements Action {
    @Override
    public Plan plan(World world) {
        return world.model()
                .pick(pick, PutBack::isLost)
                .filter(PutBack::isLost)
                .map(entry -> Plan.run(() -> putBack(world, entry)))
                .orElse(Plan.NOTHING);
    }

    static boolean isLost(Entry entry) {
        return image(entry.state()).filter(Active::lost).isPresent();
    }

    static void putBack(World world, Entry entry) {
        int picture = image(entry.state()).orElseThrow().picture();
        BytesPayload bytes = new BytesPayload(Pictures.bytes(picture));
        world.adapters().store().put(ObjectKey.of(entry.id()), bytes, ImageFormat.JPEG);
        world.model().put(entry.id(), entry.owner(), withBytes(entry.state()));
    }

    private static Optional<Active> image(State state) {
        return switch (state) {
            case Active active -> Optional.of(active);
            case Trashed trashed -> Optional.of(trashed.image());
            case Missing missing -> Optional.of(missing.image());
            default -> Optional.empty();
        };
    }

    /** The same, with the bytes that belong to it. */
    static State withBytes(State state) {
        return switch (state) {
            case Active active -> active.withLost(false);
            case Trashed trashed ->
                new Trashed(trashed.image().withLost(false), trashed.deletedAt(), trashed.purgeAt());
            case Missing missing -> new Missing(missing.image().withLost(false));
            default -> state;
        };
    }
}
