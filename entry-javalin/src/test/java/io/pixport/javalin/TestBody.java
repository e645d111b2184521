package io.pixport.javalin;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Bytes of a store that fails after some of them, and that knows whether it was closed. */
final class TestBody extends InputStream {
    private final CountDownLatch closed = new CountDownLatch(1);
    private long left;

    private TestBody(long bytes) {
        this.left = bytes;
    }

    static TestBody endless() {
        return new TestBody(Long.MAX_VALUE);
    }

    static TestBody failingAfter(long bytes) {
        return new TestBody(bytes);
    }

    @Override
    public int read() throws IOException {
        return read(new byte[1], 0, 1);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (left == 0) {
            throw new IOException("the store is gone");
        }
        int count = (int) Math.min(left, length);
        Arrays.fill(buffer, offset, offset + count, (byte) 1);
        left -= count;
        return count;
    }

    @Override
    public void close() {
        closed.countDown();
    }

    boolean isClosedSoon() throws InterruptedException {
        return closed.await(10, TimeUnit.SECONDS);
    }
}
