package io.pixport.inmemory;

import io.pixport.core.port.ByteRange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;

/** Reads a range of an object's bytes where they lie, and like a connection no more once closed. */
final class ChunkStream extends InputStream {
    private final byte[][] chunks;
    private final long end;
    private long position;
    private boolean closed;

    ChunkStream(byte[][] chunks, ByteRange range) {
        this.chunks = chunks;
        this.position = range.first();
        this.end = range.last() + 1;
    }

    @Override
    public int read() throws IOException {
        requireOpen();
        return position == end ? -1 : chunk()[indexInChunk(position++)] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        requireOpen();
        if (length == 0) {
            return 0;
        }
        int done = 0;
        while (done < length && position < end) {
            int index = indexInChunk(position);
            int run = (int) Math.min(Math.min(length - done, Chunks.SIZE - index), end - position);
            System.arraycopy(chunk(), index, target, offset + done, run);
            done += run;
            position += run;
        }
        return done == 0 ? -1 : done;
    }

    /** Hands over the chunks themselves: a copy would be most of the work of sending them. */
    @Override
    public long transferTo(OutputStream out) throws IOException {
        requireOpen();
        long start = position;
        while (position < end) {
            int index = indexInChunk(position);
            int run = (int) Math.min(Chunks.SIZE - index, end - position);
            out.write(chunk(), index, run);
            position += run;
        }
        return position - start;
    }

    @Override
    public long skip(long count) throws IOException {
        requireOpen();
        long skipped = Math.clamp(count, 0, end - position);
        position += skipped;
        return skipped;
    }

    @Override
    public int available() throws IOException {
        requireOpen();
        return (int) Math.min(Integer.MAX_VALUE, end - position);
    }

    @Override
    public void close() {
        closed = true;
    }

    private byte[] chunk() {
        return chunks[(int) (position / Chunks.SIZE)];
    }

    private static int indexInChunk(long position) {
        return (int) (position % Chunks.SIZE);
    }

    private void requireOpen() throws IOException {
        if (closed) {
            throw new IOException("the stream is closed");
        }
    }
}
