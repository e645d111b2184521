package io.pixport.core.probe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The real images that all modules test with. */
final class SharedImages {
    private static final String FOLDER = "/io/pixport/contracts/images/";

    private SharedImages() {}

    /** The file names in {@code good} or {@code bad}, sorted. */
    static List<String> names(String kind) {
        try (Stream<Path> files = Files.list(folder().resolve(kind))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] good(String name) {
        return read("good/" + name);
    }

    static byte[] bad(String name) {
        return read("bad/" + name);
    }

    private static byte[] read(String name) {
        try {
            return Files.readAllBytes(folder().resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        try {
            return Path.of(Objects.requireNonNull(SharedImages.class.getResource(FOLDER))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
