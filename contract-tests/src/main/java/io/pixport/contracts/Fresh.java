package io.pixport.contracts;

import io.pixport.core.model.Tag;
import io.pixport.core.model.UserId;
import io.pixport.core.port.ObjectKey;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Values that no other test has, so that all tests can share one bucket and one table, at once, and none has to wipe
 * anything.
 */
public final class Fresh {
    private static final Instant FIRST_DAY = Instant.parse("2001-01-01T00:00:00Z");
    private static final Duration DAYS = Duration.ofDays(7000);

    private Fresh() {}

    public static UserId user() {
        return new UserId("user-" + unique());
    }

    public static Tag tag() {
        return new Tag("tag-" + unique());
    }

    public static ObjectKey key() {
        return new ObjectKey("contracts/" + unique());
    }

    /** A moment between 2001 and 2020, to the millisecond: there, a test is alone with what it makes. */
    public static Instant instant() {
        return FIRST_DAY.plusMillis(ThreadLocalRandom.current().nextLong(DAYS.toMillis()));
    }

    /** Bytes that differ from all others. */
    public static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        ThreadLocalRandom.current().nextBytes(bytes);
        return bytes;
    }

    private static String unique() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
