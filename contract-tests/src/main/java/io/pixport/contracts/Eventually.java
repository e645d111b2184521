package io.pixport.contracts;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits for what a backend promises to happen soon. */
public final class Eventually {
    private static final Duration PAUSE = Duration.ofMillis(20);

    private Eventually() {}

    /** Makes an assertion until it holds, at the latest after so long; with a delay of zero it has to hold at once. */
    public static void within(Duration delay, Runnable assertion) {
        long deadline = System.nanoTime() + delay.toNanos();
        while (true) {
            try {
                assertion.run();
                return;
            } catch (AssertionError notYet) {
                if (System.nanoTime() - deadline >= 0) {
                    throw notYet;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }
}
