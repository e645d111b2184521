package io.pixport.javalin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where bodies wait until they are accepted: a new directory that only this user can read, removed with all that is in it
 * when the server stops. The new one stands in the directory that was set, else in the system's.
 */
final class TempDirectory implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TempDirectory.class);
    private static final String PREFIX = "pixport-";

    private final Path path;

    private TempDirectory(Path path) {
        this.path = path;
    }

    static TempDirectory open(@Nullable Path parent) throws IOException {
        return new TempDirectory(
                parent == null ? Files.createTempDirectory(PREFIX) : Files.createTempDirectory(parent, PREFIX));
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.list(path)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(path);
        } catch (IOException e) {
            LOG.warn("The temporary directory {} could not be removed", path, e);
        }
    }
}
