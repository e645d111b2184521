package io.pixport.http;

import java.time.Duration;
import java.time.Instant;

/** How long a link lives, as answers tell it. */
final class LinkLife {
    private static final Duration ROUNDING = Duration.ofSeconds(2);

    private LinkLife() {}

    /** What was asked for, unless the store promises less by more than the seconds that signing takes and rounds off. */
    static long secondsLeft(Instant now, Duration asked, Instant expiresAt) {
        Duration left = Duration.between(now, expiresAt);
        return Math.min(asked.toSeconds(), left.plus(ROUNDING).toSeconds());
    }
}
