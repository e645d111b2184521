package io.pixport.core.probe;

import java.nio.ByteOrder;

/**
 * Finds the orientation in an EXIF block as it streams by (Exif 2.32, 4.6.2: a TIFF file whose first directory, IFD0, has the
 * tag 0x0112, one SHORT of 1 to 8). The prefix that JPEG puts before it is passed over, since WebP writers keep it. What is malformed, or lies outside the block, is taken for no orientation: 1, upright.
 */
final class ExifOrientation {
    private static final int JPEG_PREFIX = "Exif\0\0".length();
    private static final int TIFF_HEADER = 8;
    private static final int ENTRY = 12;
    private static final int ORIENTATION = 0x0112;
    private static final int SHORT = 3;

    private final PushReader in = new PushReader(ByteOrder.BIG_ENDIAN);
    private int entries;
    private int orientation = 1;

    ExifOrientation() {
        in.take(2, this::byteOrder);
    }

    void update(byte[] buffer, int offset, int length) {
        in.feed(buffer, offset, length);
    }

    /** Whether rows are stored as columns: the orientations 5 to 8. */
    boolean transposes() {
        return orientation >= 5;
    }

    private void byteOrder() {
        switch (in.ascii(0, 2)) {
            case "II" -> in.order(ByteOrder.LITTLE_ENDIAN);
            case "MM" -> in.order(ByteOrder.BIG_ENDIAN);
            case "Ex" -> {
                in.skip(JPEG_PREFIX - 2, () -> in.take(2, this::byteOrder));
                return;
            }
            default -> {
                ignoreTheRest();
                return;
            }
        }
        in.take(TIFF_HEADER - 2, this::directoryOffset);
    }

    private void directoryOffset() {
        long offset = in.u32(2);
        if (in.u16(0) != 42 || offset < TIFF_HEADER) {
            ignoreTheRest();
        } else {
            in.skip(offset - TIFF_HEADER, () -> in.take(2, this::directory));
        }
    }

    private void directory() {
        entries = in.u16(0);
        nextEntry();
    }

    private void nextEntry() {
        if (entries == 0) {
            ignoreTheRest();
        } else {
            entries--;
            in.take(ENTRY, this::entry);
        }
    }

    private void entry() {
        if (in.u16(0) != ORIENTATION) {
            nextEntry();
            return;
        }
        int value = in.u16(8);
        if (in.u16(2) == SHORT && in.u32(4) == 1 && value >= 1 && value <= 8) {
            orientation = value;
        }
        ignoreTheRest();
    }

    private void ignoreTheRest() {
        in.skip(Long.MAX_VALUE, this::ignoreTheRest);
    }
}
