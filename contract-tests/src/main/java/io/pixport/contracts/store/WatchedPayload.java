package io.pixport.contracts.store;

import io.pixport.core.model.Sha256;
import io.pixport.core.port.Payload;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicInteger;

/** A payload that can be closed, counts what is done to it, and breaks off half-way if told to. */
public final class WatchedPayload implements Payload, AutoCloseable {
    private final BytesPayload bytes;
    private final long breaksAt;
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger streamsClosed = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();

    private WatchedPayload(byte[] bytes, long breaksAt) {
        this.bytes = new BytesPayload(bytes);
        this.breaksAt = breaksAt;
    }

    /** One that gives all its bytes. */
    public static WatchedPayload of(byte[] bytes) {
        return new WatchedPayload(bytes, Long.MAX_VALUE);
    }

    /** One whose streams fail after so many bytes. */
    public static WatchedPayload breakingAt(long position, byte[] bytes) {
        return new WatchedPayload(bytes, position);
    }

    /** How often it was opened. */
    public int opened() {
        return opened.get();
    }

    /** How many of its streams were closed. */
    public int streamsClosed() {
        return streamsClosed.get();
    }

    public boolean isClosed() {
        return closed.get() > 0;
    }

    @Override
    public long size() {
        return bytes.size();
    }

    @Override
    public Sha256 sha256() {
        return bytes.sha256();
    }

    @Override
    public InputStream open() {
        opened.incrementAndGet();
        return new WatchedStream(bytes.open());
    }

    @Override
    public void close() {
        closed.incrementAndGet();
    }

    private final class WatchedStream extends FilterInputStream {
        private long position;

        WatchedStream(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (position >= breaksAt) {
                throw new IOException("the sender hung up");
            }
            int read = super.read(buffer, offset, (int) Math.min(length, breaksAt - position));
            position += Math.max(read, 0);
            return read;
        }

        @Override
        public void close() throws IOException {
            streamsClosed.incrementAndGet();
            super.close();
        }
    }
}
