package io.pixport.contracts.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.history.Model.Entry;
import io.pixport.contracts.history.State.Reserved;
import io.pixport.core.port.PresignedParts;
import io.pixport.core.port.PresignedUrl;
import org.jspecify.annotations.Nullable;

/**
 * Sends a part of a picture by its link, however far the upload has got.
 *
 * @param part which of those that there are, by any number
 * @param other a picture that is sent in place of the one that was announced
 */
record SendPart(int pick, int part, @Nullable Integer other) implements Action {
    @Override
    public Plan plan(World world) {
        return world.model()
                .pick(pick, entry -> entry.state() instanceof Reserved reserved && reserved.isInParts())
                .filter(entry -> Send.isInTime(world, entry.id()))
                .map(entry -> Plan.run(() -> send(world, entry)))
                .orElse(Plan.NOTHING);
    }

    private void send(World world, Entry entry) {
        if (world.link(entry.id()) instanceof PresignedParts parts) {
            PresignedParts.Part asked = parts.parts().get(part % parts.parts().size());
            if (asked.link() != null) {
                send(world, entry, asked, asked.link());
            }
        }
    }

    /** What arrives when the upload has ended has no effect on anything. */
    private void send(World world, Entry entry, PresignedParts.Part asked, PresignedUrl link) {
        int picture = Send.picture(entry.state(), other);
        byte[] bytes = Pictures.part(picture, asked.number());
        boolean taken = world.adapters()
                .links()
                .send(link.method(), link.url(), link.headers(), bytes)
                .isSuccess();
        if (entry.state() instanceof Reserved reserved) {
            boolean perhapsEnded = !reserved.taken().isEmpty();
            if (!perhapsEnded) {
                assertThat(taken).as("part %d for %s", asked.number(), entry).isEqualTo(bytes.length == asked.size());
            }
            if (taken) {
                world.model().put(entry.id(), entry.owner(), reserved.withArrived(asked.number(), picture));
            }
        }
    }
}
