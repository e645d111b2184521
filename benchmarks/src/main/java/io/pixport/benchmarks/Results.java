package io.pixport.benchmarks;

import io.pixport.benchmarks.Section.Ratio;
import io.pixport.benchmarks.Section.Row;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The figures of a section while it is measured. */
final class Results {
    private final String section;
    private final String machine;
    private final Map<String, Map<String, List<Double>>> rows = new LinkedHashMap<>();
    private final List<Ratio> ratios = new ArrayList<>();

    /** @param section the name of its file, without its end */
    Results(String section) throws IOException {
        this.section = section;
        this.machine = Machine.describe();
    }

    /**
     * Notes what a run gave.
     *
     * @param row what was measured
     * @param column what of it, and its unit
     */
    void add(String row, String column, double figure) {
        rows.computeIfAbsent(row, first -> new LinkedHashMap<>())
                .computeIfAbsent(column, first -> new ArrayList<>())
                .add(figure);
    }

    double median(String row, String column) {
        return Spread.of(figures(row, column)).median();
    }

    /** Holds a row against another; the spread is that of the runs, each against its counterpart. */
    void compare(String row, String toRow, String column, Wanted wanted) {
        List<Double> figures = figures(row, column);
        List<Double> others = figures(toRow, column);
        List<Double> byRun = new ArrayList<>();
        for (int run = 0; run < Math.min(figures.size(), others.size()); run++) {
            byRun.add(figures.get(run) / others.get(run));
        }
        Spread spread = Spread.of(byRun);
        double ratio = median(row, column) / median(toRow, column);
        ratios.add(new Ratio(
                row,
                toRow,
                column,
                new Spread(Math.min(spread.min(), ratio), ratio, Math.max(spread.max(), ratio), spread.runs()),
                wanted));
    }

    private List<Double> figures(String row, String column) {
        List<Double> figures = rows.getOrDefault(row, Map.of()).get(column);
        if (figures == null) {
            throw new IllegalStateException("never measured: " + row + ", " + column);
        }
        return figures;
    }

    /** Prints all, and writes it into the directory of results, if {@code RESULTS} names one. */
    void finish() {
        Section finished = finished();
        System.out.println();
        System.out.println(finished.markdown());
        System.out.println();
        String directory = System.getenv("RESULTS");
        if (directory != null) {
            finished.write(Path.of(directory));
        }
    }

    private Section finished() {
        List<Row> spreads = new ArrayList<>();
        rows.forEach((name, figures) -> {
            Map<String, Spread> byColumn = new LinkedHashMap<>();
            figures.forEach((column, values) -> byColumn.put(column, Spread.of(values)));
            spreads.add(new Row(name, byColumn));
        });
        String command = System.getenv().getOrDefault("COMMAND", "benchmarks/" + section + ".sh");
        return new Section(section, command, LocalDate.now(ZoneOffset.UTC), machine, spreads, ratios);
    }
}
