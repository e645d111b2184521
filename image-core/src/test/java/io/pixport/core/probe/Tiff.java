package io.pixport.core.probe;

import static io.pixport.core.probe.Bytes.ascii;
import static io.pixport.core.probe.Bytes.be16;
import static io.pixport.core.probe.Bytes.be32;
import static io.pixport.core.probe.Bytes.hex;
import static io.pixport.core.probe.Bytes.join;
import static io.pixport.core.probe.Bytes.le16;
import static io.pixport.core.probe.Bytes.le32;

/** EXIF blocks: TIFF files of one directory, in which another tag stands before the orientation. */
final class Tiff {
    private static final byte[] OTHER_BIG_ENDIAN = hex("010F 0002 00000004 41424300");
    private static final byte[] OTHER_LITTLE_ENDIAN = hex("0F01 0200 04000000 41424300");

    private Tiff() {}

    static byte[] bigEndian(int orientation) {
        return join(
                ascii("MM"),
                be16(42),
                be32(8),
                be16(2),
                OTHER_BIG_ENDIAN,
                hex("0112 0003 00000001"),
                be16(orientation),
                hex("0000 00000000"));
    }

    static byte[] littleEndian(int orientation) {
        return join(
                ascii("II"),
                le16(42),
                le32(8),
                le16(2),
                OTHER_LITTLE_ENDIAN,
                hex("1201 0300 01000000"),
                le16(orientation),
                hex("0000 00000000"));
    }
}
