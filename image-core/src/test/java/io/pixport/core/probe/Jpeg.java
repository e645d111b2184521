package io.pixport.core.probe;

import static io.pixport.core.probe.Bytes.ascii;
import static io.pixport.core.probe.Bytes.be16;
import static io.pixport.core.probe.Bytes.hex;
import static io.pixport.core.probe.Bytes.join;

/** Parts of JPEG files. */
final class Jpeg {
    static final byte[] SOI = hex("FF D8");
    static final byte[] EOI = hex("FF D9");

    private Jpeg() {}

    static byte[] segment(int marker, byte[] content) {
        return join(new byte[] {(byte) 0xFF, (byte) marker}, be16(content.length + 2), content);
    }

    /** A frame header of one component: SOF0 is 0xC0. */
    static byte[] frame(int marker, int width, int height) {
        return segment(marker, join(hex("08"), be16(height), be16(width), hex("01 01 11 00")));
    }

    static byte[] frame(int width, int height) {
        return frame(0xC0, width, height);
    }

    /** A scan header of one component and its entropy-coded data. */
    static byte[] scan(String data) {
        return join(segment(0xDA, hex("01 01 00 00 3F 00")), hex(data));
    }

    static byte[] exif(byte[] tiff) {
        return segment(0xE1, join(ascii("Exif\0\0"), tiff));
    }

    static byte[] numberOfLines(int lines) {
        return segment(0xDC, be16(lines));
    }

    /** A small whole file. */
    static byte[] whole() {
        return join(SOI, segment(0xE0, ascii("JFIF\0")), frame(16, 8), scan("12 FF 00 34 FF D0 56"), EOI);
    }
}
