package io.pixport.architecture.broken.core.usecase;

import io.pixport.architecture.broken.core.model.Name;
import java.time.Clock;
import java.time.LocalDate;
import java.util.random.RandomGenerator;

/** A helper: two public methods, and whatever it needs from outside is given to it. */
public final class Helper {
    public LocalDate today(Clock clock) {
        return LocalDate.now(clock);
    }

    public Name draw(RandomGenerator random) {
        return new Name("name " + random.nextInt());
    }
}
