package io.pixport.core.probe;

import io.pixport.core.model.Dimensions;
import io.pixport.core.model.ImageFormat;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * PNG (W3C, third edition): the signature, IHDR first, every chunk with its CRC, image data in consecutive IDAT chunks, a
 * palette before them where the colour type needs one, no critical chunk that the edition does not define, and IEND. A byte
 * behind IEND is refused: it may be what a crop was meant to remove (CVE-2023-21036). Animations are read by
 * {@link PngAnimation}; orientation is taken from eXIf. What the compressed data holds is not looked at.
 */
final class PngProbe implements FormatProbe {
    private static final int SIGNATURE = 8;
    private static final int CHUNK_HEADER = 8;
    private static final int CRC = 4;
    private static final int PALETTE_COLOUR = 3;
    private static final int LARGEST_PALETTE = 3 * 256;

    private final PushReader in = new PushReader(ByteOrder.BIG_ENDIAN);
    private final CRC32 crc = new CRC32();
    private final PngAnimation animation = new PngAnimation();
    private final ExifOrientation exif = new ExifOrientation();
    private @Nullable Dimensions stored;
    private boolean needsPalette;
    private boolean hasPalette;
    private boolean hasExif;
    private long dataBytes;
    private boolean inData;
    private boolean dataEnded;
    private boolean ended;

    private String type = "";
    private long length;

    PngProbe() {
        in.skip(SIGNATURE, this::nextChunk);
    }

    @Override
    public ImageFormat format() {
        return ImageFormat.PNG;
    }

    @Override
    public void feed(byte[] buffer, int offset, int length) {
        in.feed(buffer, offset, length);
    }

    @Override
    public Optional<Dimensions> stored() {
        return Optional.ofNullable(stored);
    }

    @Override
    public long frames() {
        return animation.frames();
    }

    @Override
    public boolean displayedTransposed() {
        return exif.transposes();
    }

    @Override
    public void requireEnd() {
        if (!ended) {
            throw new BrokenImageException("cut off: the file ends before the IEND chunk");
        }
    }

    private void nextChunk() {
        in.take(CHUNK_HEADER, this::chunk);
    }

    private void chunk() {
        length = in.u32(0);
        type = in.ascii(4, 4);
        if (!type.chars().allMatch(PngProbe::isLetter)) {
            throw new BrokenImageException("a chunk type is not four letters");
        }
        require(length <= Integer.MAX_VALUE, "is longer than 2^31 - 1 bytes");
        require(stored != null || type.equals("IHDR"), "stands before IHDR");
        crc.reset();
        in.copyTo(crc::update, 4, 4);
        dataEnded |= inData && !type.equals("IDAT");
        inData = type.equals("IDAT");
        switch (type) {
            case "IHDR" -> takeBody(13, this::imageHeader);
            case "PLTE" -> palette();
            case "IDAT" -> imageData();
            case "IEND" -> takeBody(0, this::imageEnd);
            case "acTL" -> takeBody(8, this::animationControl);
            case "fcTL" -> takeBody(26, this::frameControl);
            case "fdAT" -> frameData();
            case "eXIf" -> exif();
            default -> {
                require(isAncillary(), "is critical and not known");
                passBody(length, crc::update);
            }
        }
    }

    private static boolean isLetter(int c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    private boolean isAncillary() {
        return type.charAt(0) >= 'a';
    }

    /** Takes a body of known length and interprets it once its CRC is right. */
    private void takeBody(int expected, PushReader.Step interpret) {
        require(length == expected, "has " + length + " bytes instead of " + expected);
        in.take(expected + CRC, () -> {
            in.copyTo(crc::update, 0, expected);
            checkCrc(expected);
            interpret.run();
        });
    }

    private void passBody(long rest, PushReader.Sink sink) {
        in.pass(
                rest,
                sink,
                () -> in.take(CRC, () -> {
                    checkCrc(0);
                    nextChunk();
                }));
    }

    private void checkCrc(int index) {
        require(in.u32(index) == crc.getValue(), "has a wrong CRC");
    }

    private void imageHeader() {
        require(stored == null, "comes twice");
        long width = in.u32(0);
        long height = in.u32(4);
        int depth = in.u8(8);
        int colourType = in.u8(9);
        require(isSide(width) && isSide(height), "states " + width + " x " + height + " pixels");
        require(isColour(colourType, depth), "states an impossible colour type and bit depth");
        require(
                in.u8(10) == 0 && in.u8(11) == 0 && in.u8(12) <= 1,
                "states an unknown compression, filter or interlacing");
        needsPalette = colourType == PALETTE_COLOUR;
        stored = new Dimensions((int) width, (int) height);
        nextChunk();
    }

    private static boolean isSide(long pixels) {
        return pixels >= 1 && pixels <= Integer.MAX_VALUE;
    }

    private static boolean isColour(int colourType, int depth) {
        return switch (colourType) {
            case 0 -> depth == 1 || depth == 2 || depth == 4 || depth == 8 || depth == 16;
            case PALETTE_COLOUR -> depth == 1 || depth == 2 || depth == 4 || depth == 8;
            case 2, 4, 6 -> depth == 8 || depth == 16;
            default -> false;
        };
    }

    private void palette() {
        require(!hasPalette, "comes twice");
        require(dataBytes == 0, "comes after the image data");
        require(length > 0 && length <= LARGEST_PALETTE && length % 3 == 0, "has an impossible length");
        hasPalette = true;
        passBody(length, crc::update);
    }

    private void imageData() {
        require(!dataEnded, "is not consecutive");
        require(hasPalette || !needsPalette, "comes without a palette");
        animation.imageData();
        dataBytes += length;
        passBody(length, crc::update);
    }

    private void animationControl() {
        animation.announce(in.u32(0));
        nextChunk();
    }

    private void frameControl() {
        animation.frameControl(stored().orElseThrow(), in);
        nextChunk();
    }

    private void frameData() {
        require(length >= 4, "has no sequence number");
        in.take(4, () -> {
            in.copyTo(crc::update, 0, 4);
            animation.frameData(in.u32(0));
            passBody(length - 4, crc::update);
        });
    }

    private void exif() {
        boolean first = !hasExif;
        hasExif = true;
        passBody(length, first ? this::exifAndCrc : crc::update);
    }

    private void exifAndCrc(byte[] buffer, int offset, int length) {
        crc.update(buffer, offset, length);
        exif.update(buffer, offset, length);
    }

    private void imageEnd() {
        require(dataBytes > 0, "comes without image data");
        animation.end();
        ended = true;
        in.take(1, () -> {
            throw new BrokenImageException("bytes follow the IEND chunk");
        });
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new BrokenImageException("the chunk " + type + " " + otherwise);
        }
    }
}
