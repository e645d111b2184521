package io.pixport.core.usecase;

import io.pixport.core.port.StorageException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
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
            while ((length = in.readNBytes(buffer, 0, BUFFER_SIZE)) > 0) {
                boolean wantsMore = observer.observe(buffer, length);
                spooled.append(buffer, length);
                if (!wantsMore) {
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
        private final List<byte[]> memory = new ArrayList<>();
        private @Nullable FileChannel file;
        private long size;

        private Spooled() {}

        /** The number of bytes. */
        public long size() {
            return size;
        }

        /** A new stream over all bytes; whoever opens it closes it. */
        public InputStream open() {
            return file == null ? inMemory() : new ChannelStream(file);
        }

        private InputStream inMemory() {
            return new SequenceInputStream(Collections.enumeration(
                    memory.stream().map(ByteArrayInputStream::new).toList()));
        }

        private void append(byte[] buffer, int length) {
            try {
                if (file == null && size + length > memoryThreshold) {
                    file = temporaryFile();
                    moveTo(file);
                }
                if (file == null) {
                    memory.add(Arrays.copyOf(buffer, length));
                } else {
                    write(file, buffer, length, size);
                }
            } catch (IOException e) {
                throw unusable(e);
            } finally {
                size += length;
            }
        }

        private void moveTo(FileChannel channel) throws IOException {
            long position = 0;
            for (byte[] part : memory) {
                write(channel, part, part.length, position);
                position += part.length;
            }
            memory.clear();
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

    private static void write(FileChannel file, byte[] buffer, int length, long position) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, length);
        while (bytes.hasRemaining()) {
            file.write(bytes, position + bytes.position());
        }
    }

    private StorageException unusable(IOException e) {
        return new StorageException(
                StorageException.Kind.FULL, "the temporary directory " + directory + " cannot be used", e);
    }
}
