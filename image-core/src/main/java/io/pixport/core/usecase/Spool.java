package io.pixport.core.usecase;

import io.pixport.core.port.StorageException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Holds bytes of unknown number and unknown worth until it is clear what becomes of them: the first in memory, and all in
 * a temporary file once they are more.
 */
public final class Spool {
    private static final int BUFFER_SIZE = 64 * 1024;

    private final Path directory;
    private final int memoryThreshold;

    /**
     * @param directory where temporary files go, which only this process should be able to read
     * @param memoryThreshold how many bytes are held in memory at most
     */
    public Spool(Path directory, int memoryThreshold) {
        this.directory = directory;
        this.memoryThreshold = memoryThreshold;
    }

    /** Looks at bytes as they pass. */
    public interface Observer {
        /** @return false to read no further: what has passed decides the matter */
        boolean observe(byte[] buffer, int length);
    }

    /**
     * Reads a stream to its end, or until the observer has seen enough.
     *
     * @param in read but not closed
     * @param observer sees every byte that is kept, in order
     * @return what has been read, which the caller closes in every outcome
     * @throws IOException when the stream fails; nothing is left behind then
     * @throws StorageException of kind {@code FULL} when the temporary file cannot be written; nothing is left behind then
     */
    public Spooled take(InputStream in, Observer observer) throws IOException {
        Spooled spooled = new Spooled();
        try {
            byte[] buffer = new byte[BUFFER_SIZE];
            int length;
            while ((length = in.read(buffer)) >= 0) {
                spooled.append(buffer, length);
                if (!observer.observe(buffer, length)) {
                    break;
                }
            }
            spooled.complete();
            return spooled;
        } catch (Throwable failure) {
            spooled.close();
            throw failure;
        }
    }

    /** Spooled bytes; closing them removes the temporary file, if there is one. */
    public final class Spooled implements AutoCloseable {
        private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
        private @Nullable Path file;
        private @Nullable OutputStream fileOut;
        private long size;

        private Spooled() {}

        /** The number of bytes. */
        public long size() {
            return size;
        }

        /** A new stream over all bytes; whoever opens it closes it. */
        public InputStream open() {
            try {
                return file == null ? new ByteArrayInputStream(memory.toByteArray()) : Files.newInputStream(file);
            } catch (IOException e) {
                throw unwritable(e);
            }
        }

        private void append(byte[] buffer, int length) {
            size += length;
            try {
                if (fileOut == null && size > memoryThreshold) {
                    moveToFile();
                }
                (fileOut == null ? memory : fileOut).write(buffer, 0, length);
            } catch (IOException e) {
                throw unwritable(e);
            }
        }

        private void moveToFile() throws IOException {
            file = Files.createTempFile(directory, "pixport-", ".spool");
            fileOut = Files.newOutputStream(file);
            memory.writeTo(fileOut);
            memory.reset();
        }

        private void complete() {
            try {
                if (fileOut != null) {
                    fileOut.close();
                }
            } catch (IOException e) {
                throw unwritable(e);
            }
        }

        @Override
        public void close() {
            try {
                if (fileOut != null) {
                    fileOut.close();
                }
                if (file != null) {
                    Files.deleteIfExists(file);
                }
            } catch (IOException e) {
                throw unwritable(e);
            }
        }

        private StorageException unwritable(IOException e) {
            return new StorageException(
                    StorageException.Kind.FULL, "the temporary directory " + directory + " cannot be used", e);
        }
    }
}
