package io.pixport.core.probe;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Reads a file that arrives in pieces of any size. A parser asks for one thing, the next bytes of a field, a run to pass over
 * or a scan, and names the step that runs when it is there; that step asks for the next. Steps are run by a loop, so they do
 * not nest. Only the field asked for is kept: at most {@value #LONGEST_FIELD} bytes.
 */
final class PushReader {
    static final int LONGEST_FIELD = 32;

    /** What to do next. It ends by asking the reader for more. */
    interface Step {
        void run();
    }

    /** Is shown the bytes that are passed over, in as many slices as they arrive in. */
    interface Sink {
        void accept(byte[] buffer, int offset, int length);
    }

    /** Looks for an end that only the bytes show. */
    interface Scanner {
        /** Returns the index of the byte that the next step begins with, or {@code to} if it is not among these. */
        int scan(byte[] buffer, int from, int to);
    }

    private static final Sink NOWHERE = (buffer, offset, length) -> {};

    private final ByteBuffer field = ByteBuffer.allocate(LONGEST_FIELD);
    private final Sink gather = field::put;
    private Sink sink = NOWHERE;
    private Scanner scanner = (buffer, from, to) -> to;
    private boolean scanning;
    private long remaining;
    private Step next = () -> {};

    PushReader(ByteOrder order) {
        field.order(order);
    }

    void order(ByteOrder order) {
        field.order(order);
    }

    /** Asks for the next {@code length} bytes, which {@code u8} to {@code ascii} then read. */
    void take(int length, Step then) {
        field.clear().limit(length);
        pass(length, gather, then);
    }

    /** Asks to pass over {@code length} bytes without looking at them. */
    void skip(long length, Step then) {
        pass(length, NOWHERE, then);
    }

    /** Asks to pass over {@code length} bytes while {@code sink} is shown them. */
    void pass(long length, Sink sink, Step then) {
        this.sink = sink;
        remaining = length;
        scanning = false;
        next = then;
    }

    /** Asks to pass over all bytes up to the one where {@code scanner} stops. */
    void scan(Scanner scanner, Step then) {
        this.scanner = scanner;
        remaining = 1;
        scanning = true;
        next = then;
    }

    /** Runs all the steps that these bytes allow. */
    void feed(byte[] buffer, int offset, int length) {
        int position = offset;
        int end = offset + length;
        while (true) {
            if (remaining == 0) {
                next.run();
            } else if (position == end) {
                return;
            } else if (scanning) {
                position = scanner.scan(buffer, position, end);
                remaining = position < end ? 0 : 1;
            } else {
                int run = (int) Math.min(remaining, end - position);
                sink.accept(buffer, position, run);
                position += run;
                remaining -= run;
            }
        }
    }

    int u8(int index) {
        return Byte.toUnsignedInt(field.get(index));
    }

    int u16(int index) {
        return Short.toUnsignedInt(field.getShort(index));
    }

    /** Three bytes, little-endian. */
    int u24(int index) {
        return u8(index) | u8(index + 1) << 8 | u8(index + 2) << 16;
    }

    long u32(int index) {
        return Integer.toUnsignedLong(field.getInt(index));
    }

    String ascii(int index, int length) {
        return new String(field.array(), index, length, StandardCharsets.ISO_8859_1);
    }

    /** Shows {@code sink} a part of the field. */
    void copyTo(Sink sink, int index, int length) {
        sink.accept(field.array(), index, length);
    }
}
