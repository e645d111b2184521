package io.pixport.core.probe;

import io.pixport.core.model.Dimensions;
import io.pixport.core.model.ImageFormat;
import java.nio.ByteOrder;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * GIF (87a and 89a): the logical screen, colour tables, extensions and images in sub-blocks, the trailer. The canvas is the
 * logical screen. An image that does not fit it is refused, as section 20 of GIF89a demands: decoders differ on whether it
 * enlarges the canvas, and a small screen would hide its size. A byte behind the trailer is refused. The LZW data is not
 * decoded.
 */
final class GifProbe implements FormatProbe {
    private static final int SIGNATURE = 6;
    private static final int EXTENSION = 0x21;
    private static final int IMAGE = 0x2C;
    private static final int TRAILER = 0x3B;
    private static final int HAS_COLOUR_TABLE = 0x80;

    private final PushReader in = new PushReader(ByteOrder.LITTLE_ENDIAN);
    private @Nullable Dimensions screen;
    private long frames;
    private boolean ended;

    private int subBlockLeft;
    private boolean hasSubBlock;

    GifProbe() {
        in.skip(SIGNATURE, () -> in.take(7, this::logicalScreen));
    }

    @Override
    public ImageFormat format() {
        return ImageFormat.GIF;
    }

    @Override
    public void feed(byte[] buffer, int offset, int length) {
        in.feed(buffer, offset, length);
    }

    @Override
    public Optional<Dimensions> stored() {
        return Optional.ofNullable(screen);
    }

    @Override
    public long frames() {
        return Math.max(1, frames);
    }

    @Override
    public boolean displayedTransposed() {
        return false;
    }

    @Override
    public void requireEnd() {
        if (!ended) {
            throw new BrokenImageException("cut off: the file ends before the trailer");
        }
    }

    private void logicalScreen() {
        int width = in.u16(0);
        int height = in.u16(2);
        if (width == 0 || height == 0) {
            throw new BrokenImageException("the logical screen is " + width + " x " + height + " pixels");
        }
        screen = new Dimensions(width, height);
        in.skip(colourTable(in.u8(4)), this::nextBlock);
    }

    /** How many bytes of colour table follow the descriptor with these flags. */
    private static int colourTable(int flags) {
        return (flags & HAS_COLOUR_TABLE) == 0 ? 0 : 3 * (2 << (flags & 7));
    }

    private void nextBlock() {
        in.take(1, this::block);
    }

    private void block() {
        switch (in.u8(0)) {
            case EXTENSION -> in.skip(1, () -> subBlocks(this::nextBlock));
            case IMAGE -> in.take(9, this::imageDescriptor);
            case TRAILER -> trailer();
            default -> throw new BrokenImageException("a block is neither an extension nor an image nor the trailer");
        }
    }

    private void imageDescriptor() {
        int right = in.u16(0) + in.u16(4);
        int bottom = in.u16(2) + in.u16(6);
        if (in.u16(4) == 0 || in.u16(6) == 0) {
            throw new BrokenImageException("a frame has no pixels");
        }
        Dimensions canvas = stored().orElseThrow();
        if (right > canvas.width() || bottom > canvas.height()) {
            throw new BrokenImageException("a frame reaches beyond the logical screen");
        }
        in.skip(colourTable(in.u8(8)), () -> in.take(1, this::imageData));
    }

    private void imageData() {
        int codeSize = in.u8(0);
        if (codeSize < 1 || codeSize > 8) {
            throw new BrokenImageException("a frame has an LZW code size of " + codeSize);
        }
        subBlocks(() -> {
            if (!hasSubBlock) {
                throw new BrokenImageException("a frame has no data");
            }
            frames++;
            nextBlock();
        });
    }

    private void subBlocks(PushReader.Step then) {
        subBlockLeft = 0;
        hasSubBlock = false;
        in.scan(this::lastSubBlock, () -> in.skip(1, then));
    }

    /** Hops from sub-block to sub-block, each a length byte and as many bytes, up to the one of length 0. */
    private int lastSubBlock(byte[] buffer, int from, int to) {
        int position = from;
        while (position < to) {
            if (subBlockLeft == 0) {
                subBlockLeft = Byte.toUnsignedInt(buffer[position]);
                if (subBlockLeft == 0) {
                    return position;
                }
                hasSubBlock = true;
                position++;
            }
            int run = Math.min(subBlockLeft, to - position);
            subBlockLeft -= run;
            position += run;
        }
        return to;
    }

    private void trailer() {
        if (frames == 0) {
            throw new BrokenImageException("there is no frame");
        }
        ended = true;
        in.take(1, () -> {
            throw new BrokenImageException("bytes follow the trailer");
        });
    }
}
