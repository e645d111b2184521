package io.pixport.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Puts the figures of each section into docs/performance.md, whose words are written by hand. */
final class Report {
    private Report() {}

    /** @param args the directory of results, and the document */
    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[1]);
        String document = Files.readString(file);
        for (Section section : Section.readAll(Path.of(args[0]))) {
            document = with(section, document);
        }
        Files.writeString(file, document);
    }

    /**
     * The document with the section's figures between the comments {@code <!-- NAME -->} and {@code <!-- /NAME -->}.
     *
     * @throws IllegalArgumentException if the document has no such place
     */
    static String with(Section section, String document) {
        String begin = "<!-- " + section.name() + " -->\n";
        String end = "<!-- /" + section.name() + " -->";
        int from = document.indexOf(begin);
        int to = document.indexOf(end, from);
        if (from < 0 || to < 0) {
            throw new IllegalArgumentException(
                    "the document has no place for these figures: %s ... %s".formatted(begin.strip(), end));
        }
        return document.substring(0, from + begin.length()) + "\n" + section.markdown() + "\n\n"
                + document.substring(to);
    }
}
