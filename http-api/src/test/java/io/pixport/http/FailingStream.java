package io.pixport.http;

import java.io.IOException;
import java.io.InputStream;

/** Bytes of a client that hangs up after some of them. */
final class FailingStream extends InputStream {
    static final String MESSAGE = "the client hung up";

    private final byte[] bytes;
    private final int failAt;
    private int position;

    FailingStream(byte[] bytes, int failAt) {
        this.bytes = bytes;
        this.failAt = failAt;
    }

    @Override
    public int read() throws IOException {
        if (position == failAt) {
            throw new IOException(MESSAGE);
        }
        return bytes[position++] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (position == failAt) {
            throw new IOException(MESSAGE);
        }
        int count = Math.min(length, failAt - position);
        System.arraycopy(bytes, position, buffer, offset, count);
        position += count;
        return count;
    }
}
