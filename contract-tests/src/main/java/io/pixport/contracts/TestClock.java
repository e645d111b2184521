package io.pixport.contracts;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is moved; safe for many threads. */
public final class TestClock implements InstantSource {
    private Instant now;

    public TestClock(Instant start) {
        this.now = start;
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    /** @return the time it has become */
    public synchronized Instant advance(Duration by) {
        now = now.plus(by);
        return now;
    }
}
