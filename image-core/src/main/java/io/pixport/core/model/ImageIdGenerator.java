package io.pixport.core.model;

import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;

/**
 * Makes ids that strictly increase for as long as the generator lives, also when many threads ask at once and when the
 * clock stands still or goes back: the 74 bits behind the time then go on counting up from a random start, by a random
 * step (RFC 9562, section 6.2, method 2). Generators that do not know of each other do not collide but by a chance of
 * about 2^-74 for two ids of the same millisecond.
 */
public final class ImageIdGenerator {
    private static final long LOW_BITS = (1L << 62) - 1;
    private static final int HIGH_BITS = (1 << 12) - 1;
    private static final int STEP_BOUND = Integer.MAX_VALUE;

    private final InstantSource clock;
    private final RandomGenerator random;
    private final ReentrantLock lock = new ReentrantLock();
    private long millis = -1;
    private int high;
    private long low;

    /**
     * @param clock the time of the ids
     * @param random unpredictable, so that ids cannot be guessed; safe for use by many threads or by this generator only
     */
    public ImageIdGenerator(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /** An id greater than every id that this generator has made. */
    public ImageId next() {
        lock.lock();
        try {
            long now = clock.millis();
            if (now > millis) {
                restart(now);
            } else {
                increment();
            }
            return new ImageId(new UUID(millis << 16 | 0x7000 | high, 0x8000_0000_0000_0000L | low));
        } finally {
            lock.unlock();
        }
    }

    private void restart(long now) {
        millis = now;
        high = random.nextInt() & HIGH_BITS;
        low = random.nextLong() & LOW_BITS;
    }

    private void increment() {
        low += random.nextInt(1, STEP_BOUND);
        if (low > LOW_BITS) {
            low &= LOW_BITS;
            high++;
        }
        if (high > HIGH_BITS) {
            restart(millis + 1);
        }
    }
}
