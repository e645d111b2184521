package io.pixport.contracts.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.history.Model.Entry;
import io.pixport.contracts.history.State.Active;
import io.pixport.contracts.history.State.Reserved;
import io.pixport.contracts.history.State.Trashed;
import io.pixport.core.model.ImageId;
import io.pixport.core.port.PresignedLink;
import io.pixport.core.port.PresignedPost;
import io.pixport.core.port.PresignedUrl;
import java.time.Instant;
import java.util.Objects;

/** Sends a picture to where the link of an upload leads, however far the upload has got. */
record Send(int pick, int picture) implements Action {
    @Override
    public Plan plan(World world) {
        return world.model()
                .pick(pick, entry -> entry.is(Reserved.class))
                .filter(entry -> world.link(entry.id()) != null && isInTime(world, entry.id()))
                .map(entry -> Plan.run(() -> send(world, entry)))
                .orElse(Plan.NOTHING);
    }

    /** What was begun just before the link expired may still arrive; later, the store refuses it. */
    private static boolean isInTime(World world, ImageId id) {
        Instant end = id.timestamp().plus(world.orphanAge());
        return world.now().isBefore(end);
    }

    private void send(World world, Entry entry) {
        PresignedLink link = Objects.requireNonNull(world.link(entry.id()));
        boolean taken =
                world.adapters().links().send(link, Pictures.bytes(picture)).isSuccess();
        if (link instanceof PresignedPost) {
            assertThat(taken).as("posted for %s", entry).isTrue();
        } else if (hasBytes(entry.state())) {
            assertThat(taken).as("overwrites %s", entry).isFalse();
        }
        if (entry.state() instanceof Reserved reserved) {
            boolean wanted = reserved.announced() == State.NO_PICTURE || reserved.announced() == picture;
            assertThat(taken)
                    .as("sent for %s", entry)
                    .isEqualTo(wanted && (link instanceof PresignedPost || !hasBytes(reserved)));
        }
        if (taken) {
            world.model().put(entry.id(), entry.owner(), sent(entry.state(), link));
        }
    }

    private State sent(State state, PresignedLink link) {
        return switch (state) {
            case Reserved reserved -> reserved.withArrived(picture);
            case State.Going going -> State.ABSENT; // its removal may have ended before
            default -> link instanceof PresignedUrl ? PutBack.withBytes(state) : state;
        };
    }

    private static boolean hasBytes(State state) {
        return switch (state) {
            case Active active -> !active.lost();
            case Trashed trashed -> !trashed.image().lost();
            case Reserved reserved -> reserved.arrived() != State.NO_PICTURE;
            default -> false;
        };
    }
}
