package io.pixport.contracts.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * The body of a request, which can be sent again.
 *
 * @param open a new stream over its bytes; it fails where the client hangs up
 * @param length what is announced, or -1 when nothing is (chunks)
 */
public record Body(Supplier<InputStream> open, long length) {
    static final Body NONE = of(new byte[0]);

    static Body of(byte[] bytes) {
        return new Body(() -> new ByteArrayInputStream(bytes), bytes.length);
    }

    static Body of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The same bytes, their number not announced. */
    Body unannounced() {
        return new Body(open, -1);
    }

    /** Bytes, and zeros behind them without end; their number is not announced. */
    static Body endless(byte[] beginning) {
        return new Body(() -> new SequenceInputStream(new ByteArrayInputStream(beginning), new Zeros()), -1);
    }

    /** Announces bytes, none of which may be asked for. */
    static Body unread(long length) {
        return new Body(
                () -> new FailingStream(InputStream.nullInputStream(), () -> {
                    throw new AssertionError("a body that was to be refused was read");
                }),
                length);
    }

    /**
     * Announces all bytes and hangs up after some of them.
     *
     * @param arrived called once those have been sent, before the end of the connection
     */
    static Body hangingUp(byte[] bytes, int after, Runnable arrived) {
        return new Body(() -> new FailingStream(new ByteArrayInputStream(bytes, 0, after), arrived), bytes.length);
    }

    private static final class Zeros extends InputStream {
        @Override
        public int read() {
            return 0;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            Arrays.fill(buffer, offset, offset + length, (byte) 0);
            return length;
        }
    }

    /** Gives some bytes, and instead of an end a failure. */
    private static final class FailingStream extends InputStream {
        private final InputStream beginning;
        private final Runnable arrived;

        FailingStream(InputStream beginning, Runnable arrived) {
            this.beginning = beginning;
            this.arrived = arrived;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = beginning.read(buffer, offset, length);
            if (read < 0) {
                arrived.run();
                throw new IOException("the client hangs up");
            }
            return read;
        }
    }
}
