package io.pixport.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Directories for a while. */
final class Directories {
    private Directories() {}

    /** With all that is in it. */
    static void delete(Path directory) throws IOException {
        for (Path path : contents(directory).reversed()) {
            Files.deleteIfExists(path);
        }
    }

    private static List<Path> contents(Path directory) throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            return paths.sorted(Comparator.naturalOrder()).toList();
        }
    }
}
