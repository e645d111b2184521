package io.pixport.architecture.broken.core.impure;

import io.pixport.architecture.Breaks;
import io.pixport.architecture.Rule;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

@Breaks(Rule.CORE_THROWS_NO_DICE)
final class ThrowsDice {
    private ThrowsDice() {}

    static double fraction() {
        return Math.random();
    }

    static double strictFraction() {
        return StrictMath.random();
    }

    static Random random() {
        return new Random();
    }

    static Random seeded() {
        return new Random(1);
    }

    static SecureRandom secure() {
        return new SecureRandom();
    }

    static Supplier<SecureRandom> secureByReference() {
        return SecureRandom::new;
    }

    static SplittableRandom splittable() {
        return new SplittableRandom();
    }

    static int ofThread() {
        return ThreadLocalRandom.current().nextInt();
    }

    static RandomGenerator generator() {
        return RandomGenerator.getDefault();
    }

    static RandomGenerator named() {
        return RandomGenerator.of("L64X128MixRandom");
    }

    static RandomGenerator made() {
        return RandomGeneratorFactory.getDefault().create();
    }

    static UUID id() {
        return UUID.randomUUID();
    }

    static Supplier<UUID> idByReference() {
        return UUID::randomUUID;
    }

    static void shuffle(List<String> names) {
        Collections.shuffle(names);
    }
}
