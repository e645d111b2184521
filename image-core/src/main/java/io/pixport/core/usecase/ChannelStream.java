package io.pixport.core.usecase;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** The bytes of a file from its first, read at a position of its own, so that several can read one channel. */
final class ChannelStream extends InputStream {
    private final FileChannel file;
    private long position;

    ChannelStream(FileChannel file) {
        this.file = file;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = file.read(ByteBuffer.wrap(buffer, offset, length), position);
        position += Math.max(read, 0);
        return read;
    }
}
