package io.pixport.core.probe;

import io.pixport.core.model.Dimensions;
import io.pixport.core.model.ImageFormat;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.Optional;

/**
 * JPEG (ITU T.81 annex B): SOI, segments with one frame header and at least one scan, EOI. Bytes behind EOI are passed over:
 * phones put gain maps and motion video there. Only a hierarchical file (one with DHP) may have several frame headers; its
 * canvas is the largest.
 */
final class JpegProbe implements FormatProbe {
    private static final int TEM = 0x01;
    private static final int SOF0 = 0xC0;
    private static final int DHT = 0xC4;
    private static final int JPG = 0xC8;
    private static final int DAC = 0xCC;
    private static final int SOF15 = 0xCF;
    private static final int RST0 = 0xD0;
    private static final int RST7 = 0xD7;
    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int DNL = 0xDC;
    private static final int DHP = 0xDE;
    private static final int APP1 = 0xE1;
    private static final String EXIF = "Exif\0\0";

    private final PushReader in = new PushReader(ByteOrder.BIG_ENDIAN);
    private final ExifOrientation exif = new ExifOrientation();
    private boolean hasExif;
    private boolean hierarchical;
    private int width;
    private int height;
    private boolean hasScan;
    private boolean ended;

    private int marker;
    private int length;

    JpegProbe() {
        in.skip(2, this::nextMarker);
    }

    static boolean isRestart(int marker) {
        return marker >= RST0 && marker <= RST7;
    }

    @Override
    public ImageFormat format() {
        return ImageFormat.JPEG;
    }

    @Override
    public void feed(byte[] buffer, int offset, int length) {
        in.feed(buffer, offset, length);
    }

    @Override
    public Optional<Dimensions> stored() {
        return height == 0 ? Optional.empty() : Optional.of(new Dimensions(width, height));
    }

    @Override
    public long frames() {
        return 1;
    }

    @Override
    public boolean displayedTransposed() {
        return exif.transposes();
    }

    @Override
    public void requireEnd() {
        if (!ended) {
            throw new BrokenImageException("cut off: the file ends before the end-of-image marker");
        }
    }

    private void nextMarker() {
        in.take(1, this::markerPrefix);
    }

    private void markerPrefix() {
        if (in.u8(0) != 0xFF) {
            throw new BrokenImageException("a byte " + hex(in.u8(0)) + " stands where a marker should");
        }
        in.scan(JpegProbe::fillBytes, this::takeMarker);
    }

    private static int fillBytes(byte[] buffer, int from, int to) {
        int position = from;
        while (position < to && buffer[position] == (byte) 0xFF) {
            position++;
        }
        return position;
    }

    private void takeMarker() {
        in.take(1, this::marker);
    }

    private void marker() {
        marker = in.u8(0);
        if (marker == EOI) {
            endOfImage();
        } else if (marker == TEM) {
            nextMarker();
        } else if (marker < SOF0 || marker == SOI || isRestart(marker)) {
            throw new BrokenImageException("the marker FF " + hex(marker) + " stands where it may not");
        } else {
            in.take(2, this::segment);
        }
    }

    private void segment() {
        length = in.u16(0) - 2;
        requireSegment(length >= 0);
        if (isFrameHeader()) {
            in.take(6, this::frameHeader);
        } else if (marker == SOS) {
            in.take(1, this::scanHeader);
        } else if (marker == DNL) {
            requireSegment(length == 2);
            in.take(2, this::numberOfLines);
        } else if (marker == APP1 && !hasExif && length >= EXIF.length()) {
            in.take(EXIF.length(), this::application1);
        } else {
            hierarchical |= marker == DHP;
            in.skip(length, this::nextMarker);
        }
    }

    private boolean isFrameHeader() {
        return marker >= SOF0 && marker <= SOF15 && marker != DHT && marker != JPG && marker != DAC;
    }

    private void frameHeader() {
        int components = in.u8(5);
        int lines = in.u16(1);
        int samplesPerLine = in.u16(3);
        requireSegment(components > 0 && length == 6 + 3 * components);
        if (samplesPerLine == 0) {
            throw new BrokenImageException("the frame header states a width of 0");
        }
        if (width > 0 && !hierarchical) {
            throw new BrokenImageException("there is a second frame header");
        }
        width = Math.max(width, samplesPerLine);
        height = Math.max(height, lines);
        in.skip(3L * components, this::nextMarker);
    }

    private void scanHeader() {
        int components = in.u8(0);
        requireSegment(components >= 1 && components <= 4 && length == 4 + 2 * components);
        if (width == 0) {
            throw new BrokenImageException("a scan comes before the frame header");
        }
        in.skip(length - 1L, this::scan);
    }

    private void scan() {
        EntropyCodedData data = new EntropyCodedData();
        in.scan(data, () -> {
            if (data.isEmpty()) {
                throw new BrokenImageException("a scan has no data");
            }
            hasScan = true;
            takeMarker();
        });
    }

    /** The number of lines of a frame whose header states 0. Decoders differ on one that contradicts the header: refused. */
    private void numberOfLines() {
        int lines = in.u16(0);
        if (!hasScan || lines == 0 || (height != 0 && height != lines)) {
            throw new BrokenImageException(
                    "a number of lines (DNL) comes too early, is 0 or contradicts the frame header");
        }
        height = lines;
        nextMarker();
    }

    private void application1() {
        int rest = length - EXIF.length();
        if (in.ascii(0, EXIF.length()).equals(EXIF)) {
            hasExif = true;
            in.pass(rest, exif::update, this::nextMarker);
        } else {
            in.skip(rest, this::nextMarker);
        }
    }

    private void endOfImage() {
        if (width == 0) {
            throw new BrokenImageException("there is no frame header");
        }
        if (!hasScan) {
            throw new BrokenImageException("there is no scan");
        }
        if (height == 0) {
            throw new BrokenImageException("the number of lines is never stated");
        }
        ended = true;
        in.skip(Long.MAX_VALUE, this::endOfImage);
    }

    private void requireSegment(boolean fits) {
        if (!fits) {
            throw new BrokenImageException("the length of the segment FF " + hex(marker) + " does not fit its content");
        }
    }

    private static String hex(int value) {
        return HexFormat.of().withUpperCase().toHexDigits((byte) value);
    }
}
