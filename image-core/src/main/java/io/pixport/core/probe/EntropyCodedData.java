package io.pixport.core.probe;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds the marker that ends a JPEG scan (ITU T.81 B.1.1.2, B.1.1.5). In entropy-coded data, FF 00 is a data byte FF, FF D0 to
 * FF D7 are restarts, and FF FF is filling before a marker; FF and any other byte is the marker that ends it. It stops at that
 * other byte.
 */
final class EntropyCodedData implements PushReader.Scanner {
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOW_BITS = 0x0101_0101_0101_0101L;
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

    private boolean afterFf;
    private boolean empty = true;

    /** Whether no data byte has come so far. */
    boolean isEmpty() {
        return empty;
    }

    @Override
    public int scan(byte[] buffer, int from, int to) {
        int position = from;
        while (position < to) {
            if (afterFf) {
                int code = Byte.toUnsignedInt(buffer[position]);
                if (code != 0 && code != 0xFF && !JpegProbe.isRestart(code)) {
                    return position;
                }
                afterFf = code == 0xFF;
                empty &= code != 0;
                position++;
            } else {
                int ff = indexOfFf(buffer, position, to);
                empty &= ff == position;
                afterFf = ff < to;
                position = ff + 1;
            }
        }
        return to;
    }

    /** Eight bytes at a time: a byte is FF where its complement is zero, and so borrows when 1 is taken from it. */
    private static int indexOfFf(byte[] buffer, int from, int to) {
        int position = from;
        for (; position <= to - Long.BYTES; position += Long.BYTES) {
            long word = (long) WORD.get(buffer, position);
            long found = (~word - LOW_BITS) & word & HIGH_BITS;
            if (found != 0) {
                return position + Long.numberOfTrailingZeros(found) / Byte.SIZE;
            }
        }
        while (position < to && buffer[position] != (byte) 0xFF) {
            position++;
        }
        return position;
    }
}
