package io.pixport.core.probe;

import static io.pixport.core.model.ImageFormat.GIF;
import static io.pixport.core.probe.Bytes.ascii;
import static io.pixport.core.probe.Bytes.hex;
import static io.pixport.core.probe.Bytes.join;
import static io.pixport.core.probe.Bytes.zeros;
import static io.pixport.core.probe.Gif.TRAILER;
import static io.pixport.core.probe.Gif.descriptor;
import static io.pixport.core.probe.Gif.frame;
import static io.pixport.core.probe.Gif.screen;
import static io.pixport.core.probe.Probing.assertBroken;
import static io.pixport.core.probe.Probing.assertWhole;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GifProbeTest {
    @Test
    void aScreenWithFramesUpToTheTrailerIsWhole() {
        assertWhole(Gif.whole(), GIF, 16, 8, 2);
        assertWhole(join(screen(16, 8), frame(0, 0, 16, 8), TRAILER), GIF, 16, 8, 1);
    }

    @Test
    void theOldVersionIsReadToo() {
        byte[] screen = join(ascii("GIF87a"), hex("1000 0800 00 00 00"));
        assertWhole(join(screen, frame(0, 0, 16, 8), TRAILER), GIF, 16, 8, 1);
    }

    @Test
    void aByteBehindTheTrailerIsBroken() {
        assertBroken(join(Gif.whole(), hex("00")), GIF, "bytes follow the trailer");
        assertBroken(join(Gif.whole(), TRAILER), GIF, "bytes follow the trailer");
    }

    @ParameterizedTest
    @CsvSource({"80, 6", "81, 12", "82, 24", "83, 48", "84, 96", "85, 192", "86, 384", "87, 768"})
    void colourTablesHaveTheSizeThatTheirFlagsState(String flags, int length) {
        byte[] screen = join(ascii("GIF89a"), hex("1000 0800" + flags + "00 00"), zeros(length));
        byte[] image = join(hex("2C 0000 0000 1000 0800" + flags), zeros(length), hex("02 01 00 00"));
        assertWhole(join(screen, image, TRAILER), GIF, 16, 8, 1);
    }

    @Test
    void flagsWithoutAColourTableHaveNone() {
        byte[] screen = join(ascii("GIF89a"), hex("1000 0800 77 00 00"));
        byte[] image = join(hex("2C 0000 0000 1000 0800 67"), hex("02 01 00 00"));
        assertWhole(join(screen, image, TRAILER), GIF, 16, 8, 1);
    }

    @Test
    void extensionsOfAnyLabelAndLengthArePassedOver() {
        byte[] comment = join(hex("21 FE"), hex("FF"), zeros(255), hex("FF"), zeros(255), hex("01 3B 00"));
        byte[] empty = hex("21 AB 00");
        assertWhole(join(screen(1, 1), comment, empty, frame(0, 0, 1, 1), comment, TRAILER), GIF, 1, 1, 1);
    }

    @Test
    void aScreenOfZeroIsBroken() {
        assertBroken(join(screen(0, 8), frame(0, 0, 0, 8), TRAILER), GIF, "the logical screen is 0 x 8");
        assertBroken(join(screen(16, 0), frame(0, 0, 16, 0), TRAILER), GIF, "the logical screen is 16 x 0");
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 17, 8", "0, 0, 16, 9", "1, 0, 16, 8", "0, 1, 16, 8", "65535, 0, 65535, 8", "0, 0, 65535, 65535"})
    void aFrameThatDoesNotFitTheScreenIsBroken(int x, int y, int width, int height) {
        byte[] file = join(screen(16, 8), frame(x, y, width, height), TRAILER);
        assertBroken(file, GIF, "a frame reaches beyond the logical screen");
    }

    @Test
    void aFrameWithoutPixelsIsBroken() {
        assertBroken(join(screen(16, 8), frame(0, 0, 0, 8), TRAILER), GIF, "a frame has no pixels");
        assertBroken(join(screen(16, 8), frame(0, 0, 16, 0), TRAILER), GIF, "a frame has no pixels");
    }

    @Test
    void aFrameWithoutDataIsBroken() {
        byte[] file = join(screen(16, 8), descriptor(0, 0, 16, 8), hex("02 00"), TRAILER);
        assertBroken(file, GIF, "a frame has no data");
    }

    @ParameterizedTest
    @ValueSource(strings = {"01", "02", "08"})
    void codeSizesOfOneToEightBitsAreWhole(String codeSize) {
        byte[] file = join(screen(16, 8), descriptor(0, 0, 16, 8), hex(codeSize), hex("01 00 00"), TRAILER);
        assertWhole(file, GIF, 16, 8, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"00", "09", "FF"})
    void anImpossibleCodeSizeIsBroken(String codeSize) {
        byte[] file = join(screen(16, 8), descriptor(0, 0, 16, 8), hex(codeSize), hex("01 00 00"), TRAILER);
        assertBroken(file, GIF, "LZW code size");
    }

    @Test
    void aFileWithoutAFrameIsBroken() {
        assertBroken(join(screen(16, 8), TRAILER), GIF, "there is no frame");
        assertBroken(join(screen(16, 8), Gif.LOOP_FOREVER, Gif.GRAPHIC_CONTROL, TRAILER), GIF, "there is no frame");
    }

    @Test
    void anUnknownBlockIsBroken() {
        assertBroken(join(screen(16, 8), frame(0, 0, 16, 8), hex("00"), TRAILER), GIF, "neither an extension nor");
    }

    @Test
    void aSubBlockBeyondTheFileIsCutOff() {
        byte[] file = join(screen(16, 8), descriptor(0, 0, 16, 8), hex("02 FF"), zeros(200), TRAILER);
        assertBroken(file, GIF, "cut off");
    }
}
