package io.pixport.core.probe;

import static io.pixport.core.probe.Bytes.ascii;
import static io.pixport.core.probe.Bytes.hex;
import static io.pixport.core.probe.Bytes.join;
import static io.pixport.core.probe.Bytes.le16;

/** Parts of GIF files. */
final class Gif {
    static final byte[] TRAILER = hex("3B");
    static final byte[] GRAPHIC_CONTROL = hex("21 F9 04 00 0A 00 00 00");
    static final byte[] LOOP_FOREVER = join(hex("21 FF 0B"), ascii("NETSCAPE2.0"), hex("03 01 00 00 00"));

    private Gif() {}

    /** The signature and a logical screen without a colour table. */
    static byte[] screen(int width, int height) {
        return join(ascii("GIF89a"), le16(width), le16(height), hex("00 00 00"));
    }

    /** An image descriptor without a colour table. */
    static byte[] descriptor(int x, int y, int width, int height) {
        return join(hex("2C"), le16(x), le16(y), le16(width), le16(height), hex("00"));
    }

    static byte[] frame(int x, int y, int width, int height) {
        return join(descriptor(x, y, width, height), hex("02 02 4C 01 00"));
    }

    /** A small whole file of two frames, with a global and a local colour table. */
    static byte[] whole() {
        return join(
                ascii("GIF89a"),
                le16(16),
                le16(8),
                hex("80 00 00"),
                hex("000000 FFFFFF"),
                LOOP_FOREVER,
                GRAPHIC_CONTROL,
                frame(0, 0, 16, 8),
                hex("2C 0000 0000 1000 0800 81"),
                hex("000000 111111 222222 333333"),
                hex("02 02 4C 01 01 05 00"),
                TRAILER);
    }
}
