package io.pixport.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A section of docs/performance.md, as it is kept in JSON.
 *
 * @param name the name of its file, without its end
 * @param command by which it was measured
 * @param machine on which
 */
record Section(String name, String command, LocalDate date, String machine, List<Row> rows, List<Ratio> ratios) {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** What was measured; figures by what of it, with its unit. */
    record Row(String name, Map<String, Spread> figures) {}

    /**
     * What one row is of another, run by run.
     *
     * @param column which of their figures
     */
    record Ratio(String row, String toRow, String column, Spread spread, Wanted wanted) {
        String name() {
            return "%s, of %s (%s)".formatted(row, toRow, column);
        }
    }

    static Section read(Path file) {
        return JSON.readValue(file, Section.class);
    }

    /** The sections of a directory, in the order of their names. */
    static List<Section> readAll(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(Section::read)
                    .toList();
        }
    }

    void write(Path directory) {
        try {
            Files.createDirectories(directory);
            Files.writeString(directory.resolve(name + ".json"), JSON.writeValueAsString(this) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How it was measured, a table of its rows, and one of its ratios. */
    String markdown() {
        Stream<String> parts = Stream.of("`%s`, %s: %s.".formatted(command, date, machine), figures());
        return Stream.concat(parts, ratios.isEmpty() ? Stream.empty() : Stream.of(comparisons()))
                .collect(Collectors.joining("\n\n"));
    }

    private String figures() {
        Set<String> columns = rows.stream()
                .flatMap(row -> row.figures().keySet().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return table(
                columns.stream().toList(),
                rows,
                row -> Stream.concat(
                        Stream.of(row.name()),
                        columns.stream().map(column -> cell(row.figures().get(column)))));
    }

    private static String cell(@Nullable Spread figure) {
        return figure == null ? "" : figure.toString();
    }

    private String comparisons() {
        return table(
                List.of("ratio", "asked for"),
                ratios,
                ratio -> Stream.of(
                        ratio.name(),
                        ratio.spread().toString(),
                        ratio.wanted().verdict(ratio.spread().median())));
    }

    private static <T> String table(List<String> columns, List<T> lines, Function<T, Stream<String>> cells) {
        Stream<String> head =
                Stream.of("| | " + String.join(" | ", columns) + " |", "|---|" + "---:|".repeat(columns.size()));
        Stream<String> body =
                lines.stream().map(line -> cells.apply(line).collect(Collectors.joining(" | ", "| ", " |")));
        return Stream.concat(head, body).collect(Collectors.joining("\n"));
    }
}
