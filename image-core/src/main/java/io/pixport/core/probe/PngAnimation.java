package io.pixport.core.probe;

import io.pixport.core.model.Dimensions;

/**
 * The frames of an animated PNG (PNG third edition, 11.3.6). A file is animated if acTL comes before the image data; without
 * it, decoders pass over frame chunks and so does this. In an animated file the number of fcTL chunks must be what acTL
 * announces, their sequence without a gap, each frame inside the canvas and with data of its own. The still image is a frame
 * only if an fcTL stands before it.
 */
final class PngAnimation {
    private long announced;
    private long seen;
    private long sequence;
    private boolean imageDataSeen;
    private boolean awaitsData;
    private boolean takesFrameData;

    /** 1 for a still image. */
    long frames() {
        return Math.max(1, announced);
    }

    /** Reads acTL. */
    void announce(long frames) {
        if (imageDataSeen) {
            return;
        }
        require(announced == 0, "acTL comes twice");
        require(frames >= 1 && frames <= Integer.MAX_VALUE, "acTL announces " + frames + " frames");
        announced = frames;
    }

    /** Reads fcTL, the field that {@code in} holds. */
    void frameControl(Dimensions canvas, PushReader in) {
        if (announced == 0) {
            return;
        }
        continueSequence(in.u32(0));
        long width = in.u32(4);
        long height = in.u32(8);
        long x = in.u32(12);
        long y = in.u32(16);
        require(width > 0 && height > 0, "a frame has no pixels");
        require(x + width <= canvas.width() && y + height <= canvas.height(), "a frame reaches beyond the canvas");
        require(
                imageDataSeen || (width == canvas.width() && height == canvas.height()),
                "the first frame is smaller than the canvas");
        require(in.u8(24) <= 2 && in.u8(25) <= 1, "a frame has an unknown disposal or blending");
        require(!awaitsData, "a frame has no data");
        seen++;
        require(seen <= announced, "there are more frames than acTL announces");
        awaitsData = true;
        takesFrameData = imageDataSeen;
    }

    /** Sees the beginning of an IDAT chunk. */
    void imageData() {
        imageDataSeen = true;
        awaitsData = false;
    }

    /** Reads the sequence number of fdAT. */
    void frameData(long number) {
        if (announced == 0) {
            return;
        }
        continueSequence(number);
        require(takesFrameData, "frame data comes without a frame");
        awaitsData = false;
    }

    void end() {
        require(!awaitsData, "a frame has no data");
        require(announced == 0 || seen == announced, "there are fewer frames than acTL announces");
    }

    private void continueSequence(long number) {
        require(number == sequence, "a frame chunk is out of sequence");
        sequence++;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new BrokenImageException("the animation is malformed: " + otherwise);
        }
    }
}
