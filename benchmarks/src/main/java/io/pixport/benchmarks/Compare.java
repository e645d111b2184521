package io.pixport.benchmarks;

import io.pixport.benchmarks.Section.Ratio;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Holds the ratios of one measurement against those of an earlier one. One has become worse if it is worse by more than a
 * tenth, and all its runs are.
 */
final class Compare {
    private static final double TOLERATED = 0.9;

    /** A ratio now and before. */
    record Change(String section, Ratio before, Ratio now) {
        boolean isWorse() {
            return gain() < TOLERATED && !now.spread().overlaps(before.spread());
        }

        private double gain() {
            return now.wanted().gain(now.spread().median(), before.spread().median());
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%s %s: %s: %s, was %s",
                    isWorse() ? "WORSE" : "     ",
                    section,
                    now.name(),
                    now.spread(),
                    before.spread());
        }
    }

    private Compare() {}

    /** @param args the directories of the results before and of those now */
    public static void main(String[] args) throws IOException {
        List<Change> changes = changes(Section.readAll(Path.of(args[0])), Section.readAll(Path.of(args[1])));
        changes.forEach(System.out::println);
        if (changes.isEmpty()) {
            System.err.println("There is no ratio that both have.");
            System.exit(2);
        }
        long worse = changes.stream().filter(Change::isWorse).count();
        System.out.printf("%d of %d ratios have become worse.%n", worse, changes.size());
        System.exit(worse == 0 ? 0 : 1);
    }

    /** The ratios that both have. */
    static List<Change> changes(List<Section> before, List<Section> now) {
        List<Change> changes = new ArrayList<>();
        for (Section section : now) {
            for (Ratio ratio : section.ratios()) {
                before.stream()
                        .filter(earlier -> earlier.name().equals(section.name()))
                        .flatMap(earlier -> earlier.ratios().stream())
                        .filter(earlier -> earlier.name().equals(ratio.name()))
                        .forEach(earlier -> changes.add(new Change(section.name(), earlier, ratio)));
            }
        }
        return changes;
    }
}
