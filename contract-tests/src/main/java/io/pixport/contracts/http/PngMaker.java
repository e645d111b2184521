package io.pixport.contracts.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Makes whole PNG images (W3C PNG) of any size in pixels and in bytes: black, grey of 8 bits. */
final class PngMaker {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int CHUNK_OVERHEAD = 12;

    private PngMaker() {}

    static byte[] png(int width, int height) {
        return assembled(width, height, new byte[0]);
    }

    /** @param size of the whole file in bytes; what is missing is made up by a private chunk */
    static byte[] png(int width, int height, int size) {
        int missing = size - png(width, height).length;
        if (missing < CHUNK_OVERHEAD) {
            throw new IllegalArgumentException("an image cannot be padded by " + missing + " bytes");
        }
        return assembled(width, height, chunk("prIv", new byte[missing - CHUNK_OVERHEAD]));
    }

    private static byte[] assembled(int width, int height, byte[] padding) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(SIGNATURE);
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) 8)
                .array();
        out.writeBytes(chunk("IHDR", header));
        out.writeBytes(padding);
        out.writeBytes(chunk("IDAT", deflated(new byte[height * (width + 1)])));
        out.writeBytes(chunk("IEND", new byte[0]));
        return out.toByteArray();
    }

    private static byte[] chunk(String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        return ByteBuffer.allocate(data.length + CHUNK_OVERHEAD)
                .putInt(data.length)
                .put(name)
                .put(data)
                .putInt((int) crc.getValue())
                .array();
    }

    private static byte[] deflated(byte[] bytes) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            deflater.setInput(bytes);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }
}
