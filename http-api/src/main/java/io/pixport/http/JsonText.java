package io.pixport.http;

import java.io.IOException;
import java.io.InputStream;

/**
 * The text of a JSON string that is known to be well-formed (RFC 8259, section 7), its escapes undone; a character beyond
 * ASCII that is written as an escape becomes the byte FF, which is none of ASCII either.
 */
final class JsonText extends InputStream {
    private static final int BUFFER_SIZE = 8 * 1024;
    private static final int BEYOND_ASCII = 0xFF;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER_SIZE];
    private long left;
    private int position;
    private int end;

    /**
     * @param in stands behind the opening quotation mark; not closed
     * @param length bytes to the closing one
     */
    JsonText(InputStream in, long length) {
        this.in = in;
        this.left = length;
    }

    @Override
    public int read() throws IOException {
        int next = next();
        return next == '\\' ? escaped() : next;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = 0;
        int next;
        while (count < length && (next = read()) >= 0) {
            target[offset + count++] = (byte) next;
            count += readPlain(target, offset + count, length - count);
        }
        return count == 0 && length > 0 ? -1 : count;
    }

    /** What is in the buffer before the next escape; nearly all of an image is. */
    private int readPlain(byte[] target, int offset, int length) {
        int limit = Math.min(end, position + length);
        int stop = position;
        while (stop < limit && buffer[stop] != '\\') {
            stop++;
        }
        int count = stop - position;
        System.arraycopy(buffer, position, target, offset, count);
        position = stop;
        return count;
    }

    private int next() throws IOException {
        if (position == end) {
            position = 0;
            end = in.readNBytes(buffer, 0, (int) Math.min(left, buffer.length));
            left -= end;
            if (end == 0) {
                return -1;
            }
        }
        return buffer[position++] & 0xFF;
    }

    private int escaped() throws IOException {
        int next = next();
        return switch (next) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> codeUnit();
            default -> next;
        };
    }

    private int codeUnit() throws IOException {
        int unit = 0;
        for (int digit = 0; digit < 4; digit++) {
            unit = unit << 4 | Character.digit(next(), 16);
        }
        return unit > 0x7F ? BEYOND_ASCII : unit;
    }
}
