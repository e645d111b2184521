package io.pixport.contracts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Real images: of {@code good} every one is to be accepted, of {@code bad} every one to be refused. What they are, and
 * their licences, is in the table beside them.
 */
public final class Images {
    private static final String ROOT = "/io/pixport/contracts/images/";

    private Images() {}

    /** The names of all good images, such as {@code good/photo.jpg}, in their order. */
    public static List<String> good() {
        return names("good/");
    }

    /** The names of all bad images, such as {@code bad/truncated.jpg}, in their order. */
    public static List<String> bad() {
        return names("bad/");
    }

    /** @param name such as {@code good/photo.jpg} */
    public static byte[] bytes(String name) {
        try (InputStream in = Objects.requireNonNull(Images.class.getResourceAsStream(ROOT + name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> names(String folder) {
        URL url = Objects.requireNonNull(Images.class.getResource(ROOT + folder), folder);
        try {
            URI uri = url.toURI();
            if (!uri.getScheme().equals("jar")) {
                return names(folder, Path.of(uri));
            }
            try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                return names(folder, jar.getPath(ROOT + folder));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new AssertionError(url + " is no URI", e);
        }
    }

    private static List<String> names(String folder, Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> folder + file.getFileName()).sorted().toList();
        }
    }
}
