package io.pixport.core.probe;

import static io.pixport.core.probe.Bytes.ascii;
import static io.pixport.core.probe.Bytes.be32;
import static io.pixport.core.probe.Bytes.hex;
import static io.pixport.core.probe.Bytes.join;

import java.util.Arrays;
import java.util.zip.CRC32;

/** Parts of PNG files. */
final class Png {
    static final byte[] SIGNATURE = hex("89 50 4E 47 0D 0A 1A 0A");
    static final byte[] IEND = chunk("IEND", Bytes.zeros(0));

    private Png() {}

    static byte[] file(byte[]... chunks) {
        return join(SIGNATURE, join(chunks));
    }

    static byte[] chunk(String type, byte[] content) {
        byte[] body = join(ascii(type), content);
        CRC32 crc = new CRC32();
        crc.update(body);
        return join(be32(content.length), body, be32(crc.getValue()));
    }

    /** The same chunk with one bit of its CRC flipped. */
    static byte[] withWrongCrc(byte[] chunk) {
        byte[] wrong = Arrays.copyOf(chunk, chunk.length);
        wrong[chunk.length - 1] ^= 1;
        return wrong;
    }

    static byte[] header(long width, long height) {
        return header(width, height, "08 02 00 00 00");
    }

    /** IHDR with bit depth, colour type, compression, filter and interlacing in hexadecimal. */
    static byte[] header(long width, long height, String rest) {
        return chunk("IHDR", join(be32(width), be32(height), hex(rest)));
    }

    static byte[] data() {
        return chunk("IDAT", hex("78 9C 03 00 00 00 00 01"));
    }

    static byte[] animationControl(long frames) {
        return chunk("acTL", join(be32(frames), be32(0)));
    }

    static byte[] frameControl(int sequence, long width, long height, long x, long y) {
        return chunk("fcTL", join(be32(sequence), be32(width), be32(height), be32(x), be32(y), hex("0001 000A 00 00")));
    }

    static byte[] frameData(int sequence) {
        return chunk("fdAT", join(be32(sequence), hex("78 9C")));
    }

    /** A small whole file. */
    static byte[] whole() {
        return file(header(16, 8), chunk("gAMA", be32(45455)), data(), data(), IEND);
    }

    /** A small whole animation of three frames. */
    static byte[] animated() {
        return file(
                header(16, 8),
                animationControl(3),
                frameControl(0, 16, 8, 0, 0),
                data(),
                frameControl(1, 4, 4, 12, 4),
                frameData(2),
                frameData(3),
                frameControl(4, 16, 8, 0, 0),
                frameData(5),
                IEND);
    }
}
