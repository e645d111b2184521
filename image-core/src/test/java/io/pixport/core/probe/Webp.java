package io.pixport.core.probe;

import static io.pixport.core.probe.Bytes.ascii;
import static io.pixport.core.probe.Bytes.hex;
import static io.pixport.core.probe.Bytes.join;
import static io.pixport.core.probe.Bytes.le16;
import static io.pixport.core.probe.Bytes.le24;
import static io.pixport.core.probe.Bytes.le32;
import static io.pixport.core.probe.Bytes.zeros;

/** Parts of WebP files. */
final class Webp {
    static final int ANIMATION = 0x02;
    static final int EXIF = 0x08;
    static final byte[] ANIM = chunk("ANIM", hex("FFFFFFFF 0000"));

    private Webp() {}

    static byte[] file(byte[]... chunks) {
        byte[] all = join(chunks);
        return join(ascii("RIFF"), le32(4L + all.length), ascii("WEBP"), all);
    }

    static byte[] chunk(String type, byte[] content) {
        return join(ascii(type), le32(content.length), content, zeros(content.length % 2));
    }

    /** A key frame that is shown, with a first partition of one byte. */
    static byte[] lossy(int width, int height) {
        return chunk("VP8 ", join(hex("30 00 00 9D 01 2A"), le16(width), le16(height), hex("00")));
    }

    static byte[] lossless(int width, int height) {
        return chunk("VP8L", join(hex("2F"), le32((width - 1L) | ((height - 1L) << 14)), hex("88 88")));
    }

    static byte[] extended(int flags, int width, int height) {
        return chunk("VP8X", join(le32(flags), le24(width - 1), le24(height - 1)));
    }

    static byte[] frame(int x, int y, int width, int height, byte[]... chunks) {
        return chunk(
                "ANMF",
                join(le24(x / 2), le24(y / 2), le24(width - 1), le24(height - 1), le24(100), hex("00"), join(chunks)));
    }

    /** A small whole animation of two frames, one with transparency. */
    static byte[] animated() {
        return file(
                extended(ANIMATION, 16, 8),
                ANIM,
                frame(0, 0, 16, 8, lossless(16, 8)),
                frame(8, 4, 8, 4, chunk("ALPH", hex("00 01 02")), lossy(8, 4)),
                chunk("XMP ", ascii("<x/>")));
    }
}
