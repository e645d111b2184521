package io.pixport.architecture.broken.core.impure;

import io.pixport.architecture.Breaks;
import io.pixport.architecture.Rule;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.Date;
import java.util.function.Supplier;

@Breaks(Rule.CORE_ASKS_NO_CLOCK)
@SuppressWarnings({"JavaTimeDefaultTimeZone", "JavaUtilDate"})
final class AsksTheClock {
    private AsksTheClock() {}

    static long millis() {
        return System.currentTimeMillis();
    }

    static long nanos() {
        return System.nanoTime();
    }

    static Instant instant() {
        return Instant.now();
    }

    static Supplier<Instant> instantByReference() {
        return Instant::now;
    }

    static Supplier<Instant> instantInLambda() {
        return () -> Instant.now().plusSeconds(1);
    }

    static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    static LocalDate todayHere() {
        return LocalDate.now();
    }

    static Clock utc() {
        return Clock.systemUTC();
    }

    static Clock here() {
        return Clock.systemDefaultZone();
    }

    static Clock ofZone() {
        return Clock.system(ZoneOffset.UTC);
    }

    static Clock ticking() {
        return Clock.tickSeconds(ZoneOffset.UTC);
    }

    static InstantSource source() {
        return InstantSource.system();
    }

    static Date date() {
        return new Date();
    }

    static Calendar calendar() {
        return Calendar.getInstance();
    }
}
