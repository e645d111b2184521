package io.pixport.core.port;

import io.pixport.core.model.InvalidValueException;
import java.time.Duration;

/** What links of every kind have in common. */
sealed interface LinkTerms permits ReadLink, WriteLink, PostLink, PartLink {
    /** As of S3. */
    Duration MAX_LIFE = Duration.ofDays(7);

    Duration life();

    static void requireLife(Duration life) {
        if (!life.isPositive() || !life.equals(Duration.ofSeconds(life.toSeconds())) || life.compareTo(MAX_LIFE) > 0) {
            throw new InvalidValueException(
                    "a link lives 1 to %d whole seconds, got %s".formatted(MAX_LIFE.toSeconds(), life));
        }
    }
}
