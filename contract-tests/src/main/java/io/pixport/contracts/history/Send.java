package io.pixport.contracts.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.history.Model.Entry;
import io.pixport.contracts.history.State.Active;
import io.pixport.contracts.history.State.Reserved;
import io.pixport.contracts.history.State.Trashed;
import io.pixport.core.model.ImageId;
import io.pixport.core.port.PresignedLink;
import io.pixport.core.port.PresignedParts;
import io.pixport.core.port.PresignedPost;
import io.pixport.core.port.PresignedUrl;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Sends a picture to where the one link of an upload leads, however far the upload has got.
 *
 * @param other a picture that is sent in place of the one that was announced; null for that, or for any where there is none
 */
record Send(int pick, @Nullable Integer other) implements Action {
    @Override
    public Plan plan(World world) {
        return world.model()
                .pick(pick, entry -> entry.state() instanceof Reserved reserved && !reserved.isInParts())
                .filter(entry -> hasOne(world.link(entry.id())) && isInTime(world, entry.id()))
                .map(entry -> Plan.run(() -> send(world, entry)))
                .orElse(Plan.NOTHING);
    }

    private static boolean hasOne(@Nullable PresignedLink link) {
        return link != null && !(link instanceof PresignedParts);
    }

    /** What was begun just before the link expired may still arrive; later, the store refuses it. */
    static boolean isInTime(World world, ImageId id) {
        Instant end = id.timestamp().plus(world.orphanAge());
        return world.now().isBefore(end);
    }

    /** What is sent for an upload. */
    static int picture(State state, @Nullable Integer other) {
        if (other != null) {
            return other;
        }
        return state instanceof Reserved reserved && reserved.announced() != State.NO_PICTURE
                ? reserved.announced()
                : 0;
    }

    private void send(World world, Entry entry) {
        int picture = picture(entry.state(), other);
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
            world.model().put(entry.id(), entry.owner(), sent(entry.state(), picture, link));
        }
    }

    private static State sent(State state, int picture, PresignedLink link) {
        return switch (state) {
            case Reserved reserved -> reserved.withArrived(1, picture);
            case State.Going going -> State.ABSENT; // its removal may have ended before
            default -> link instanceof PresignedUrl ? PutBack.withBytes(state) : state;
        };
    }

    private static boolean hasBytes(State state) {
        return switch (state) {
            case Active active -> !active.lost();
            case Trashed trashed -> !trashed.image().lost();
            case Reserved reserved -> !reserved.arrived().isEmpty();
            default -> false;
        };
    }
}
