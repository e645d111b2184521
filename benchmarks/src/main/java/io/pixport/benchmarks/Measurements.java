package io.pixport.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Figures that were measured several times each, printed as a table of Markdown. */
final class Measurements {
    private final Map<String, List<Double>> figures = new LinkedHashMap<>();

    /** @param name what is measured, and in which unit */
    void add(String name, double value) {
        figures.computeIfAbsent(name, first -> new ArrayList<>()).add(value);
    }

    double median(String name) {
        List<Double> sorted =
                figures.getOrDefault(name, List.of()).stream().sorted().toList();
        if (sorted.isEmpty()) {
            throw new IllegalStateException("never measured: " + name);
        }
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** The median of one as a multiple of the median of another. */
    String ratio(String name, String toName) {
        return String.format(Locale.ROOT, "%.2f", median(name) / median(toName));
    }

    void print() {
        System.out.println();
        System.out.println("| | min | median | max | runs |");
        System.out.println("|---|---:|---:|---:|---:|");
        figures.forEach((name, values) -> System.out.printf(
                Locale.ROOT,
                "| %s | %s | %s | %s | %d |%n",
                name,
                shown(Collections.min(values)),
                shown(median(name)),
                shown(Collections.max(values)),
                values.size()));
        System.out.println();
    }

    private static String shown(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : "%.1f", value);
    }
}
