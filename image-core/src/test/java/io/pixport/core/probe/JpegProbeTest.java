package io.pixport.core.probe;

import static io.pixport.core.model.ImageFormat.JPEG;
import static io.pixport.core.probe.Bytes.ascii;
import static io.pixport.core.probe.Bytes.hex;
import static io.pixport.core.probe.Bytes.join;
import static io.pixport.core.probe.Bytes.zeros;
import static io.pixport.core.probe.Jpeg.EOI;
import static io.pixport.core.probe.Jpeg.SOI;
import static io.pixport.core.probe.Jpeg.frame;
import static io.pixport.core.probe.Jpeg.numberOfLines;
import static io.pixport.core.probe.Jpeg.scan;
import static io.pixport.core.probe.Jpeg.segment;
import static io.pixport.core.probe.Probing.assertBroken;
import static io.pixport.core.probe.Probing.assertWhole;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JpegProbeTest {
    @Test
    void aFrameHeaderAndAScanBetweenSoiAndEoiAreWhole() {
        assertWhole(Jpeg.whole(), JPEG, 16, 8, 1);
    }

    @Test
    void bytesBehindTheEndAreAccepted() {
        assertWhole(join(Jpeg.whole(), Jpeg.whole(), zeros(100_000)), JPEG, 16, 8, 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF})
    void everyFrameHeaderCounts(int marker) {
        assertWhole(join(SOI, frame(marker, 3, 2), scan("00"), EOI), JPEG, 3, 2, 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0xC4, 0xC8, 0xCC})
    void tablesAndExtensionsBetweenTheFrameHeadersAreNone(int marker) {
        assertBroken(join(SOI, frame(marker, 3, 2), EOI), JPEG, "no frame header");
    }

    @Test
    void severalComponentsMayShareAFrameAndAScan() {
        byte[] frame = segment(0xC0, hex("08 0002 0003 04 01 11 00 02 11 00 03 11 00 04 11 00"));
        byte[] scan = join(segment(0xDA, hex("04 01 00 02 00 03 00 04 00 00 3F 00")), hex("00"));
        assertWhole(join(SOI, frame, scan, EOI), JPEG, 3, 2, 1);
    }

    @Test
    void manyFillBytesMayStandBeforeAMarker() {
        byte[] fill = hex("FF".repeat(1000));
        assertWhole(join(SOI, fill, frame(3, 2), fill, scan("00"), fill, EOI), JPEG, 3, 2, 1);
    }

    @Test
    void stuffedBytesRestartsAndFillBytesBelongToAScan() {
        byte[] data = scan("FF00 FF00 FFD0 01 FFD7 FFFF00 02 FFFFD3");
        assertWhole(join(SOI, frame(3, 2), data, EOI), JPEG, 3, 2, 1);
    }

    @Test
    void aScanEndsAtItsMarkerWhereverThatStands() {
        for (int length = 1; length < 40; length++) {
            byte[] data = scan("7F".repeat(length) + "FF00" + "FE".repeat(length));
            assertWhole(join(SOI, frame(3, 2), data, EOI), JPEG, 3, 2, 1);
        }
    }

    @Test
    void severalScansWithTablesBetweenThemAreWhole() {
        byte[] table = segment(0xC4, zeros(17));
        assertWhole(join(SOI, frame(0xC2, 3, 2), table, scan("01"), table, scan("02"), EOI), JPEG, 3, 2, 1);
    }

    @Test
    void aMarkerWithoutASegmentIsPassedOver() {
        assertWhole(join(SOI, hex("FF01"), frame(3, 2), scan("00"), EOI), JPEG, 3, 2, 1);
    }

    @Test
    void theNumberOfLinesMayFollowTheFirstScan() {
        assertWhole(join(SOI, frame(3, 0), scan("00"), numberOfLines(7), EOI), JPEG, 3, 7, 1);
        assertWhole(join(SOI, frame(3, 7), scan("00"), numberOfLines(7), EOI), JPEG, 3, 7, 1);
    }

    @Test
    void aNumberOfLinesThatIsMissingEarlyZeroOrContradictoryIsBroken() {
        assertBroken(join(SOI, frame(3, 0), scan("00"), EOI), JPEG, "number of lines is never stated");
        assertBroken(join(SOI, frame(3, 0), numberOfLines(7), scan("00"), EOI), JPEG, "DNL");
        assertBroken(join(SOI, frame(3, 0), scan("00"), numberOfLines(0), EOI), JPEG, "DNL");
        assertBroken(join(SOI, frame(3, 8), scan("00"), numberOfLines(7), EOI), JPEG, "DNL");
    }

    @Test
    void aWidthOfZeroIsBroken() {
        assertBroken(join(SOI, frame(0, 8), scan("00"), EOI), JPEG, "width of 0");
    }

    @Test
    void aSecondFrameHeaderIsBroken() {
        assertBroken(join(SOI, frame(3, 2), frame(3, 2), scan("00"), EOI), JPEG, "second frame header");
    }

    @Test
    void theCanvasOfAHierarchicalFileIsItsLargestFrame() {
        byte[] dhp = frame(0xDE, 9, 9);
        byte[] file = join(SOI, dhp, frame(3, 4), scan("00"), frame(0xC5, 6, 2), scan("00"), EOI);
        assertWhole(file, JPEG, 6, 4, 1);
    }

    @Test
    void aFileWithoutAFrameHeaderOrAScanIsBroken() {
        assertBroken(join(SOI, EOI), JPEG, "no frame header");
        assertBroken(join(SOI, frame(3, 2), EOI), JPEG, "no scan");
        assertBroken(join(SOI, scan("00"), EOI), JPEG, "before the frame header");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "FFD0", "FFFFFF", "FFD0 FFD1"})
    void aScanWithoutDataIsBroken(String data) {
        assertBroken(join(SOI, frame(3, 2), scan(data), EOI), JPEG, "a scan has no data");
    }

    @ParameterizedTest
    @ValueSource(strings = {"FF02", "FFBF", "FFD8", "FFD0", "FFD7", "FF00"})
    void aMarkerInTheWrongPlaceIsBroken(String marker) {
        assertBroken(join(SOI, hex("FFFE0002"), hex(marker), frame(3, 2)), JPEG, "stands where it may not");
    }

    @Test
    void aReservedMarkerInAScanIsBroken() {
        assertBroken(join(SOI, frame(3, 2), scan("00 FF02 00"), EOI), JPEG, "the marker FF 02");
    }

    @Test
    void bytesBetweenSegmentsAreBroken() {
        assertBroken(join(SOI, segment(0xFE, ascii("hi")), hex("AB"), frame(3, 2)), JPEG, "a byte AB stands where");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FFE0 0000", // a length that does not include itself
                "FFE0 0001",
                "FFC0 0002", // frame headers: empty, of no component, of another length than their components
                "FFC0 0007 08 0002 0003",
                "FFC0 0008 08 0002 0003 00",
                "FFC0 000C 08 0002 0003 01 01 11 00 00",
                "FFDA 0002", // scan headers: empty, of no component, of five
                "FFDA 0006 00 00 3F 00",
                "FFDA 0010 05 0100 0200 0300 0400 0500 003F00",
                "FFDA 0009 01 01 00 00 3F 00 00",
                "FFDC 0002", // numbers of lines
                "FFDC 0006 0001 0001"
            })
    void aSegmentWhoseLengthDoesNotFitIsBroken(String segment) {
        assertBroken(join(SOI, hex(segment), zeros(30)), JPEG, "does not fit its content");
    }

    @Test
    void aSegmentThatClaimsMoreThanTheFileHasIsCutOff() {
        assertBroken(join(SOI, hex("FFE1 FFFF"), ascii("Exif\0\0MM")), JPEG, "cut off");
    }
}
