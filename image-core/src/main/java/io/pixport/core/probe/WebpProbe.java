package io.pixport.core.probe;

import io.pixport.core.model.Dimensions;
import io.pixport.core.model.ImageFormat;
import java.nio.ByteOrder;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * WebP (RFC 9649): a RIFF file whose size is the file's own, with one image (VP8 or VP8L), or VP8X and then one image of the
 * canvas's size or, in an animation, ANIM and the frames (ANMF). Every chunk with its padding lies inside what encloses it,
 * and every image is as large as its frame. Bytes behind the RIFF size are refused; chunks that are not known are passed over.
 */
final class WebpProbe implements FormatProbe {
    private static final int RIFF_HEADER = 12;
    private static final int CHUNK_HEADER = 8;
    private static final int FRAME_HEADER = 16;
    private static final int ANIMATION_FLAG = 0x02;
    private static final long MOST_PIXELS = 0xFFFF_FFFFL;

    private final PushReader in = new PushReader(ByteOrder.LITTLE_ENDIAN);
    private final ExifOrientation exif = new ExifOrientation();
    private @Nullable Dimensions canvas;
    private boolean extended;
    private boolean animated;
    private boolean hasAnimationControl;
    private boolean hasExif;
    private long frames;
    private boolean ended;

    private String type = "";
    private long padded;
    /** Bytes of the file, and of the frame that is being read, that its chunks have not taken. */
    private long fileLeft;

    private long frameLeft;
    private @Nullable Dimensions frame;
    private boolean frameHasImage;

    WebpProbe() {
        in.take(RIFF_HEADER, this::riff);
    }

    @Override
    public ImageFormat format() {
        return ImageFormat.WEBP;
    }

    @Override
    public void feed(byte[] buffer, int offset, int length) {
        in.feed(buffer, offset, length);
    }

    @Override
    public Optional<Dimensions> stored() {
        return Optional.ofNullable(canvas);
    }

    @Override
    public long frames() {
        return Math.max(1, frames);
    }

    @Override
    public boolean displayedTransposed() {
        return exif.transposes();
    }

    @Override
    public void requireEnd() {
        if (!ended) {
            throw new BrokenImageException("cut off: the file ends before its RIFF size");
        }
    }

    private void riff() {
        long size = in.u32(4);
        refuseIf(size < 4 || size % 2 != 0, "the RIFF size is " + size);
        fileLeft = size - 4;
        nextChunk();
    }

    private void nextChunk() {
        if (frame != null && frameLeft == 0) {
            endFrame();
        }
        if (frame == null && fileLeft == 0) {
            endFile();
        } else {
            reserve(CHUNK_HEADER);
            in.take(CHUNK_HEADER, this::chunk);
        }
    }

    private void chunk() {
        type = in.ascii(0, 4);
        long size = in.u32(4);
        padded = size + size % 2;
        reserve(padded);
        switch (type) {
            case "VP8X" -> takeHead(size, 10, this::extendedHeader);
            case "VP8 " -> takeHead(size, 10, () -> lossy(size));
            case "VP8L" -> takeHead(size, 5, this::lossless);
            case "ANIM" -> animationControl(size);
            case "ANMF" -> takeHead(size, FRAME_HEADER, this::frameHeader);
            case "EXIF" -> exif(size);
            default -> {
                requireImageBefore();
                skipBody(0);
            }
        }
    }

    private void reserve(long bytes) {
        if (frame == null) {
            fileLeft -= bytes;
        } else {
            frameLeft -= bytes;
        }
        refuseIf(fileLeft < 0, "a chunk reaches beyond the RIFF size");
        refuseIf(frameLeft < 0, "a chunk reaches beyond its frame");
    }

    private void takeHead(long size, int head, PushReader.Step then) {
        refuseIf(size < head, "the chunk " + type + " is too short");
        in.take(head, then);
    }

    private void skipBody(int headLength) {
        in.skip(padded - headLength, this::nextChunk);
    }

    /** In the simple layouts the image comes first, in the extended one VP8X does. */
    private void requireImageBefore() {
        refuseIf(canvas == null, "the first chunk is neither VP8, VP8L nor VP8X");
    }

    private void extendedHeader() {
        refuseIf(canvas != null, "the chunk VP8X is not the first");
        animated = (in.u8(0) & ANIMATION_FLAG) != 0;
        extended = true;
        canvas = new Dimensions(in.u24(4) + 1, in.u24(7) + 1);
        refuseIf(canvas.pixels() > MOST_PIXELS, "the canvas has more than 2^32 - 1 pixels");
        skipBody(10);
    }

    /** The frame header of RFC 6386, section 9.1: a key frame, shown, whose first partition lies in the chunk. */
    private void lossy(long size) {
        int tag = in.u24(0);
        boolean keyFrame = (tag & 1) == 0;
        int version = tag >> 1 & 7;
        boolean shown = (tag >> 4 & 1) == 1;
        int firstPartition = tag >> 5;
        refuseIf(!keyFrame || version > 3 || !shown, "the VP8 image is not a key frame that is shown");
        refuseIf(in.u24(3) != 0x2A019D, "the VP8 image has no start code");
        refuseIf(firstPartition > size - 10, "the VP8 image is shorter than its first partition");
        image(in.u16(6) & 0x3FFF, in.u16(8) & 0x3FFF);
        skipBody(10);
    }

    /** The image header of RFC 9649, section 3.4. */
    private void lossless() {
        long bits = in.u32(1);
        refuseIf(in.u8(0) != 0x2F || bits >> 29 != 0, "the VP8L image has another signature or version");
        image((int) (bits & 0x3FFF) + 1, (int) (bits >> 14 & 0x3FFF) + 1);
        skipBody(5);
    }

    private void image(int width, int height) {
        refuseIf(width == 0 || height == 0, "an image is " + width + " x " + height + " pixels");
        Dimensions size = new Dimensions(width, height);
        if (frame != null) {
            refuseIf(frameHasImage, "a frame has two images");
            refuseIf(!size.equals(frame), "an image and its frame differ in size");
            frameHasImage = true;
        } else {
            refuseIf(animated, "an animation has an image outside its frames");
            refuseIf(frames > 0, "there is a second image");
            refuseIf(extended && !size.equals(canvas), "the image and the canvas differ in size");
            canvas = size;
            frames = 1;
        }
    }

    private void animationControl(long size) {
        refuseIf(size < 6, "the chunk ANIM is too short");
        refuseIf(!animated || frame != null, "the chunk ANIM comes without the animation flag or inside a frame");
        hasAnimationControl = true;
        skipBody(0);
    }

    private void frameHeader() {
        refuseIf(frame != null, "a frame is inside a frame");
        refuseIf(!hasAnimationControl, "a frame comes before the chunk ANIM");
        long x = 2L * in.u24(0);
        long y = 2L * in.u24(3);
        Dimensions size = new Dimensions(in.u24(6) + 1, in.u24(9) + 1);
        Dimensions whole = stored().orElseThrow();
        refuseIf(
                x + size.width() > whole.width() || y + size.height() > whole.height(),
                "a frame reaches beyond the canvas");
        frame = size;
        frameLeft = padded - FRAME_HEADER;
        frameHasImage = false;
        nextChunk();
    }

    private void endFrame() {
        refuseIf(!frameHasImage, "a frame has no image");
        frame = null;
        frames++;
    }

    private void exif(long size) {
        requireImageBefore();
        boolean counts = extended && frame == null && !hasExif;
        hasExif |= counts;
        if (counts) {
            in.pass(size, exif::update, () -> in.skip(padded - size, this::nextChunk));
        } else {
            skipBody(0);
        }
    }

    private void endFile() {
        refuseIf(frames == 0, "there is no image");
        ended = true;
        in.take(1, () -> {
            throw new BrokenImageException("bytes follow the RIFF size");
        });
    }

    private static void refuseIf(boolean wrong, String reason) {
        if (wrong) {
            throw new BrokenImageException(reason);
        }
    }
}
