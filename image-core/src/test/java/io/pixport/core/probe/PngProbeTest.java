package io.pixport.core.probe;

import static io.pixport.core.model.ImageFormat.PNG;
import static io.pixport.core.probe.Bytes.ascii;
import static io.pixport.core.probe.Bytes.be32;
import static io.pixport.core.probe.Bytes.hex;
import static io.pixport.core.probe.Bytes.join;
import static io.pixport.core.probe.Bytes.zeros;
import static io.pixport.core.probe.Png.IEND;
import static io.pixport.core.probe.Png.animationControl;
import static io.pixport.core.probe.Png.chunk;
import static io.pixport.core.probe.Png.data;
import static io.pixport.core.probe.Png.file;
import static io.pixport.core.probe.Png.frameControl;
import static io.pixport.core.probe.Png.frameData;
import static io.pixport.core.probe.Png.header;
import static io.pixport.core.probe.Png.withWrongCrc;
import static io.pixport.core.probe.Probing.assertBroken;
import static io.pixport.core.probe.Probing.assertWhole;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PngProbeTest {
    private static final byte[] PALETTE = chunk("PLTE", hex("000000 FFFFFF"));
    private static final String PALETTE_COLOUR = "08 03 00 00 00";

    @Test
    void headerDataAndEndAreWhole() {
        assertWhole(Png.whole(), PNG, 16, 8, 1);
    }

    @Test
    void theSmallestAndTheLargestSidesAreWhole() {
        assertWhole(file(header(1, 1), data(), IEND), PNG, 1, 1, 1);
        assertWhole(file(header(0x7FFF_FFFF, 0x7FFF_FFFF), data(), IEND), PNG, 0x7FFF_FFFF, 0x7FFF_FFFF, 1);
    }

    @Test
    void aByteBehindTheEndIsBroken() {
        assertBroken(join(Png.whole(), hex("00")), PNG, "bytes follow the IEND chunk");
        assertBroken(join(Png.whole(), Png.whole()), PNG, "bytes follow the IEND chunk");
    }

    @Test
    void everyCrcIsChecked() {
        List<byte[]> chunks = List.of(
                header(16, 8),
                chunk("gAMA", be32(1)),
                PALETTE,
                animationControl(2),
                frameControl(0, 16, 8, 0, 0),
                chunk("tRNS", zeros(0)),
                data(),
                frameControl(1, 1, 1, 0, 0),
                frameData(2),
                chunk("eXIf", Tiff.bigEndian(6)),
                IEND);
        for (byte[] damaged : chunks) {
            byte[][] all = chunks.stream()
                    .map(chunk -> chunk == damaged ? withWrongCrc(chunk) : chunk)
                    .toArray(byte[][]::new);
            assertBroken(file(all), PNG, "has a wrong CRC");
        }
    }

    @Test
    void theHeaderComesFirstAndOnce() {
        assertBroken(file(data(), header(16, 8), IEND), PNG, "the chunk IDAT stands before IHDR");
        assertBroken(file(chunk("CgBI", zeros(4)), header(16, 8)), PNG, "the chunk CgBI stands before IHDR");
        assertBroken(file(header(16, 8), header(16, 8), data(), IEND), PNG, "the chunk IHDR comes twice");
    }

    @Test
    void aHeaderOfAnotherLengthIsBroken() {
        assertBroken(file(chunk("IHDR", zeros(12)), data(), IEND), PNG, "has 12 bytes instead of 13");
        assertBroken(file(chunk("IHDR", zeros(14)), data(), IEND), PNG, "has 14 bytes instead of 13");
    }

    @Test
    void sidesOfZeroOrBeyondTwoToThe31AreBroken() {
        assertBroken(file(header(0, 8), data(), IEND), PNG, "states 0 x 8 pixels");
        assertBroken(file(header(16, 0), data(), IEND), PNG, "states 16 x 0 pixels");
        assertBroken(file(header(0x8000_0000L, 1), data(), IEND), PNG, "states 2147483648 x 1 pixels");
        assertBroken(file(header(1, 0xFFFF_FFFFL), data(), IEND), PNG, "states 1 x 4294967295 pixels");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"01 00", "02 00", "04 00", "08 00", "10 00", "08 02", "10 02", "01 03", "08 03", "08 04", "10 06"
            })
    void thePermittedDepthsAndColoursAreWhole(String depthAndColour) {
        byte[] header = header(16, 8, depthAndColour + "00 00 01");
        assertWhole(file(header, PALETTE, data(), IEND), PNG, 16, 8, 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"00 00", "03 00", "20 00", "04 02", "10 03", "00 03", "04 04", "04 06", "08 01", "08 05", "08 07"
            })
    void otherDepthsAndColoursAreBroken(String depthAndColour) {
        byte[] header = header(16, 8, depthAndColour + "00 00 00");
        assertBroken(file(header, PALETTE, data(), IEND), PNG, "impossible colour type and bit depth");
    }

    @ParameterizedTest
    @ValueSource(strings = {"01 00 00", "00 01 00", "00 00 02"})
    void unknownMethodsAreBroken(String methods) {
        assertBroken(
                file(header(16, 8, "08 02" + methods), data(), IEND),
                PNG,
                "unknown compression, filter or interlacing");
    }

    @Test
    void aPaletteIsThereWhereItIsNeeded() {
        assertWhole(file(header(16, 8, PALETTE_COLOUR), PALETTE, data(), IEND), PNG, 16, 8, 1);
        assertBroken(file(header(16, 8, PALETTE_COLOUR), data(), IEND), PNG, "without a palette");
        assertBroken(file(header(16, 8, PALETTE_COLOUR), data(), PALETTE, IEND), PNG, "without a palette");
    }

    @Test
    void aPaletteThatIsLateDoubleOrOfAnImpossibleLengthIsBroken() {
        assertBroken(file(header(16, 8), data(), PALETTE, IEND), PNG, "PLTE comes after the image data");
        assertBroken(file(header(16, 8), PALETTE, PALETTE, data(), IEND), PNG, "PLTE comes twice");
        for (int length : new int[] {0, 1, 767, 769, 771}) {
            byte[] palette = chunk("PLTE", zeros(length));
            assertBroken(file(header(16, 8), palette, data(), IEND), PNG, "PLTE has an impossible length");
        }
        assertWhole(file(header(16, 8), chunk("PLTE", zeros(768)), data(), IEND), PNG, 16, 8, 1);
    }

    @Test
    void dataIsThereAndConsecutive() {
        byte[] text = chunk("tEXt", ascii("a\0b"));
        byte[] empty = chunk("IDAT", zeros(0));
        assertWhole(file(header(16, 8), text, empty, data(), empty, data(), text, IEND), PNG, 16, 8, 1);
        assertBroken(file(header(16, 8), IEND), PNG, "without image data");
        assertBroken(file(header(16, 8), empty, IEND), PNG, "without image data");
        assertBroken(file(header(16, 8), data(), text, data(), IEND), PNG, "IDAT is not consecutive");
    }

    @Test
    void anEndWithContentIsBroken() {
        assertBroken(file(header(16, 8), data(), chunk("IEND", hex("00"))), PNG, "has 1 bytes instead of 0");
    }

    @Test
    void aCriticalChunkThatIsNotKnownIsBroken() {
        assertBroken(file(header(16, 8), chunk("ABCD", zeros(3)), data(), IEND), PNG, "ABCD is critical and not known");
        assertWhole(file(header(16, 8), chunk("aBCD", zeros(3)), data(), IEND), PNG, 16, 8, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000000", "49444131", "40414141", "5B414141", "60414141", "7B414141", "FF444154"})
    void aTypeThatIsNotFourLettersIsBroken(String type) {
        assertBroken(file(header(16, 8), be32(0), hex(type), zeros(4)), PNG, "not four letters");
    }

    @Test
    void theFirstAndTheLastLettersAreLetters() {
        assertWhole(file(header(16, 8), chunk("azAZ", zeros(1)), data(), IEND), PNG, 16, 8, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"80000000", "FFFFFFFF"})
    void aLengthBeyondTwoToThe31IsBroken(String length) {
        for (String type : List.of("IHDR", "IDAT", "tEXt", "fdAT", "eXIf", "IEND")) {
            byte[] start = type.equals("IHDR") ? file() : file(header(16, 8));
            assertBroken(
                    join(start, hex(length), ascii(type), zeros(100)), PNG, type + " is longer than 2^31 - 1 bytes");
        }
    }

    @Test
    void aLengthBeyondTheFileIsCutOff() {
        assertBroken(file(header(16, 8), hex("7FFFFFFF"), ascii("tEXt"), zeros(1000)), PNG, "cut off");
        assertBroken(file(header(16, 8), hex("7FFFFFFF"), ascii("eXIf"), Tiff.bigEndian(6)), PNG, "cut off");
    }
}
