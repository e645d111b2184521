package io.pixport.core.probe;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** The parts of which test files are put together. */
final class Bytes {
    private Bytes() {}

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /** Bytes written as pairs of hexadecimal digits, with spaces where they help. */
    static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] zeros(int count) {
        return new byte[count];
    }

    static byte[] be16(int value) {
        return Arrays.copyOfRange(be32(value), 2, 4);
    }

    static byte[] be32(long value) {
        return ByteBuffer.allocate(4).putInt((int) value).array();
    }

    static byte[] le16(int value) {
        return Arrays.copyOf(le32(value), 2);
    }

    static byte[] le24(int value) {
        return Arrays.copyOf(le32(value), 3);
    }

    static byte[] le32(long value) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) value)
                .array();
    }
}
