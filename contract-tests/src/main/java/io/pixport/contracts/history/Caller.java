package io.pixport.contracts.history;

import io.pixport.core.model.UserId;
import org.jspecify.annotations.Nullable;

/** Who asks for something to be done to an image. */
enum Caller {
    OWNER,
    STRANGER,
    NOBODY_IN_PARTICULAR;

    @Nullable UserId id(World world, int owner) {
        return switch (this) {
            case OWNER -> world.user(owner);
            case STRANGER -> world.user((owner + 1) % World.USERS);
            case NOBODY_IN_PARTICULAR -> null;
        };
    }
}
