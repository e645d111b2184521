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
                buffer = spooled.append(buffer, length);
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
        private final List<Part> memory = new ArrayList<>();
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
            return new SequenceInputStream(Collections.enumeration(memory.stream()
                    .map(part -> new ByteArrayInputStream(part.buffer, 0, part.length))
                    .toList()));
        }

        /** Takes the first bytes of a buffer, and gives a buffer for the next: another one when this one is kept. */
        private byte[] append(byte[] buffer, int length) {
            Part part = new Part(buffer, length);
            try {
                if (file == null && size + length > memoryThreshold) {
                    file = temporaryFile();
                    moveTo(file);
                }
                if (file != null) {
                    write(file, part, size);
                    return buffer;
                }
                memory.add(part);
                return new byte[BUFFER_SIZE];
            } catch (IOException e) {
                throw unusable(e);
            } finally {
                size += length;
            }
        }

        private void moveTo(FileChannel channel) throws IOException {
            long position = 0;
            for (Part part : memory) {
                write(channel, part, position);
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

    private static void write(FileChannel file, Part part, long position) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(part.buffer, 0, part.length);
        while (bytes.hasRemaining()) {
            file.write(bytes, position + bytes.position());
        }
    }

    private StorageException unusable(IOException e) {
        return new StorageException(
                StorageException.Kind.FULL, "the temporary directory " + directory + " cannot be used", e);
    }

    /** The first bytes of a buffer that nobody else has. */
    private static final class Part {
        private final byte[] buffer;
        private final int length;

        Part(byte[] buffer, int length) {
            this.buffer = buffer;
            this.length = length;
        }
    }
}
