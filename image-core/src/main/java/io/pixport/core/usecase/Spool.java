package io.pixport.core.usecase;

import io.pixport.core.port.StorageException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
            return spooled;
        } catch (Throwable failure) {
            spooled.close();
            throw failure;
        }
    }

    /** Spooled bytes; closing them removes the temporary file, if there is one, and ends what was opened. */
    public final class Spooled implements AutoCloseable {
        private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
        private @Nullable FileChannel file;
        private long size;

        private Spooled() {}

        /** The number of bytes. */
        public long size() {
            return size;
        }

        /** A new stream over all bytes; whoever opens it closes it. */
        public InputStream open() {
            return file == null ? new ByteArrayInputStream(memory.toByteArray()) : new ChannelStream(file);
        }

        private void append(byte[] buffer, int length) {
            try {
                if (file == null && size + length > memoryThreshold) {
                    file = temporaryFile();
                    write(file, memory.toByteArray(), memory.size(), 0);
                    memory.reset();
                }
                if (file == null) {
                    memory.write(buffer, 0, length);
                } else {
                    write(file, buffer, length, size);
                }
                size += length;
            } catch (IOException e) {
                throw unusable(e);
            }
        }

        @Override
        public void close() {
            try {
                if (file != null) {
                    file.close();
                }
            } catch (IOException e) {
                throw unusable(e);
            }
        }
    }

    /**
     * A file that loses its name at once where the system can do that, so that not even a crash leaves it behind. It is opened
     * as it is, not truncated: ext4 takes truncating and closing for a replacement, and waits for the disk.
     */
    private FileChannel temporaryFile() throws IOException {
        Path path = Files.createTempFile(directory, "pixport-", ".spool");
        return FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }

    private static void write(FileChannel file, byte[] bytes, int length, long position) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
        while (buffer.hasRemaining()) {
            file.write(buffer, position + buffer.position());
        }
    }

    private StorageException unusable(IOException e) {
        return new StorageException(
                StorageException.Kind.FULL, "the temporary directory " + directory + " cannot be used", e);
    }
}
