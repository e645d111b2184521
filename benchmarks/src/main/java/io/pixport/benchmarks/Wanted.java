package io.pixport.benchmarks;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a ratio ought to be.
 *
 * @param higher whether more is better
 * @param goal what was asked for, if anything
 */
record Wanted(boolean higher, @Nullable Double goal) {
    static final Wanted HIGHER = new Wanted(true, null);
    static final Wanted LOWER = new Wanted(false, null);

    static Wanted atLeast(double goal) {
        return new Wanted(true, goal);
    }

    static Wanted atMost(double goal) {
        return new Wanted(false, goal);
    }

    /** The goal and what has become of it; empty without one. */
    String verdict(double ratio) {
        if (goal == null) {
            return "";
        }
        boolean reached = higher ? ratio >= goal : ratio <= goal;
        return String.format(
                Locale.ROOT, "at %s %.2f: %s", higher ? "least" : "most", goal, reached ? "reached" : "**missed**");
    }

    /** How many times as good the one is as the other; below 1 it is worse. */
    double gain(double ratio, double before) {
        return higher ? ratio / before : before / ratio;
    }
}
