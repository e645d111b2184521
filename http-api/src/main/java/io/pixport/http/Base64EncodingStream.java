package io.pixport.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;

/** The bytes of another stream in base64 (RFC 4648, section 4), encoded as they are read. */
final class Base64EncodingStream extends InputStream {
    private static final int CHUNK = 3 * 16 * 1024;

    private final InputStream source;
    private byte[] encoded = new byte[0];
    private int position;

    Base64EncodingStream(InputStream source) {
        this.source = source;
    }

    /** How many characters that many bytes become. */
    static long encodedLength(long length) {
        return (length + 2) / 3 * 4;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (position == encoded.length && !encodeNext()) {
            return -1;
        }
        int count = Math.min(length, encoded.length - position);
        System.arraycopy(encoded, position, buffer, offset, count);
        position += count;
        return count;
    }

    private boolean encodeNext() throws IOException {
        encoded = Base64.getEncoder().encode(source.readNBytes(CHUNK));
        position = 0;
        return encoded.length > 0;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
