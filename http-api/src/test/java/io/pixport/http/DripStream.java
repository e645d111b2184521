package io.pixport.http;

import java.io.ByteArrayInputStream;

/** Bytes that come so many at a time. */
final class DripStream extends ByteArrayInputStream {
    private final int atATime;

    DripStream(byte[] bytes, int atATime) {
        super(bytes);
        this.atATime = atATime;
    }

    @Override
    public synchronized int read(byte[] buffer, int offset, int length) {
        return super.read(buffer, offset, Math.min(length, atATime));
    }
}
