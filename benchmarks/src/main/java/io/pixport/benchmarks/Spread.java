package io.pixport.benchmarks;

import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** What several runs gave. */
record Spread(double min, double median, double max, int runs) {
    static Spread of(List<Double> figures) {
        List<Double> sorted = figures.stream().sorted().toList();
        int middle = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        return new Spread(Collections.min(figures), median, Collections.max(figures), sorted.size());
    }

    boolean overlaps(Spread other) {
        return min <= other.max && other.min <= max;
    }

    /** The median, and between what it lies. */
    @Override
    public String toString() {
        return runs == 1 ? shown(median) : "%s (%s to %s)".formatted(shown(median), shown(min), shown(max));
    }

    private static String shown(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f", value);
    }
}
