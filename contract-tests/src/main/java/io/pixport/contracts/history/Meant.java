package io.pixport.contracts.history;

import org.jspecify.annotations.Nullable;

/** Which version of an image somebody means. */
enum Meant {
    ANY,
    CURRENT,
    STALE;

    @Nullable Long version(State state) {
        long current =
                switch (state) {
                    case State.Active active -> active.version();
                    case State.Trashed trashed -> trashed.image().version();
                    case State.Missing missing -> missing.image().version();
                    default -> 1;
                };
        return switch (this) {
            case ANY -> null;
            case CURRENT -> current;
            case STALE -> current - 1;
        };
    }
}
