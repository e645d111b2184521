package io.pixport.http;

import io.pixport.core.model.InvalidValueException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Base64;

/**
 * The bytes of a text in base64 (RFC 4648, section 4): standard alphabet, with or without padding at its end; line breaks,
 * spaces and tabs are passed over. Reading throws an {@link InvalidValueException}, whose message goes on after the name of
 * the text, when it is no such text.
 */
final class Base64Stream extends InputStream {
    /** A multiple of four, so that only the last run of characters may end within a group. */
    private static final int RUN = 8 * 1024;

    private final InputStream text;
    private final byte[] run = new byte[RUN];
    private boolean padded;
    private final byte[] decoded = new byte[RUN / 4 * 3];
    private int position;
    private int end;

    /** @param text in ASCII; not closed */
    Base64Stream(InputStream text) {
        this.text = text;
    }

    @Override
    public int read() throws IOException {
        return ready() ? decoded[position++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (!ready()) {
            return -1;
        }
        int count = Math.min(length, end - position);
        System.arraycopy(decoded, position, target, offset, count);
        position += count;
        return count;
    }

    /** Whether there is at least one more byte. */
    private boolean ready() throws IOException {
        while (position == end) {
            int length = fillRun();
            if (length == 0) {
                return false;
            }
            decode(length);
        }
        return true;
    }

    private void decode(int length) {
        if (padded) {
            throw notBase64();
        }
        padded = run[length - 1] == '=';
        try {
            end = Base64.getDecoder().decode(length == RUN ? run : Arrays.copyOf(run, length), decoded);
            position = 0;
        } catch (IllegalArgumentException e) {
            throw notBase64();
        }
    }

    private int fillRun() throws IOException {
        int length = 0;
        int count;
        while (length < RUN && (count = text.read(run, length, RUN - length)) > 0) {
            length = withoutSpace(length, length + count);
        }
        return length;
    }

    /** @return where the run ends once what is white in this part of it is taken out */
    private int withoutSpace(int from, int to) {
        int kept = from;
        for (int i = from; i < to; i++) {
            byte c = run[i];
            if (c != '\n' && c != '\r' && c != ' ' && c != '\t') {
                run[kept++] = c;
            }
        }
        return kept;
    }

    private static InvalidValueException notBase64() {
        return new InvalidValueException("is not base64 in the standard alphabet (RFC 4648, section 4)");
    }
}
