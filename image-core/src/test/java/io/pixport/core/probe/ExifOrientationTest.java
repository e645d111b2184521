package io.pixport.core.probe;

import static io.pixport.core.probe.Bytes.ascii;
import static io.pixport.core.probe.Bytes.be32;
import static io.pixport.core.probe.Bytes.hex;
import static io.pixport.core.probe.Bytes.join;
import static io.pixport.core.probe.Bytes.zeros;
import static io.pixport.core.probe.Jpeg.EOI;
import static io.pixport.core.probe.Jpeg.SOI;
import static io.pixport.core.probe.Jpeg.exif;
import static io.pixport.core.probe.Jpeg.frame;
import static io.pixport.core.probe.Jpeg.scan;
import static io.pixport.core.probe.Jpeg.segment;
import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.core.model.Dimensions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExifOrientationTest {
    private static final Dimensions UPRIGHT = new Dimensions(16, 8);
    private static final Dimensions TURNED = new Dimensions(8, 16);

    @ParameterizedTest
    @CsvSource({"1, false", "2, false", "3, false", "4, false", "5, true", "6, true", "7, true", "8, true"})
    void theOrientationsFiveToEightTurnAnImageOfEveryFormatThatHasExif(int orientation, boolean turned) {
        Dimensions expected = turned ? TURNED : UPRIGHT;
        assertThat(displayed(jpeg(exif(Tiff.bigEndian(orientation))))).isEqualTo(expected);
        assertThat(displayed(jpeg(exif(Tiff.littleEndian(orientation))))).isEqualTo(expected);
        assertThat(displayed(png(Tiff.bigEndian(orientation)))).isEqualTo(expected);
        assertThat(displayed(png(Tiff.littleEndian(orientation)))).isEqualTo(expected);
        assertThat(displayed(webp(Tiff.bigEndian(orientation)))).isEqualTo(expected);
        assertThat(displayed(webp(Tiff.littleEndian(orientation)))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 255, 256 * 6, 65535})
    void otherOrientationsTurnNothing(int orientation) {
        assertThat(displayed(jpeg(exif(Tiff.bigEndian(orientation))))).isEqualTo(UPRIGHT);
        assertThat(displayed(jpeg(exif(Tiff.littleEndian(orientation))))).isEqualTo(UPRIGHT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "4D",
                "4D4D 002A", // cut off in the header
                "4D4D 002B 00000008 0001 0112 0003 00000001 0006 0000", // not 42
                "4D49 002A 00000008 0001 0112 0003 00000001 0006 0000", // no byte order
                "4D4D 002A 00000000 0001 0112 0003 00000001 0006 0000", // a directory inside the header
                "4D4D 002A 00000007 0001 0112 0003 00000001 0006 0000",
                "4D4D 002A FFFFFFFF 0001 0112 0003 00000001 0006 0000", // a directory outside the block
                "4D4D 002A 00000008 0000 0112 0003 00000001 0006 0000", // no entry
                "4D4D 002A 00000008 0001 0112 0003 00000001 0006", // cut off in the entry
                "4D4D 002A 00000008 0001 0112 0004 00000001 0006 0000", // not a SHORT
                "4D4D 002A 00000008 0001 0112 0003 00000002 0006 0000", // two values
                "4D4D 002A 00000008 0001 010F 0003 00000001 0006 0000 0112 0003 00000001 0006 0000", // behind the last
                "4D4D 002A 00000008 FFFF 010F 0003 00000001 0006 0000" // fewer entries than counted
            })
    void malformedExifTurnsNothingAndBreaksNothing(String tiff) {
        assertThat(displayed(jpeg(exif(hex(tiff))))).isEqualTo(UPRIGHT);
        assertThat(displayed(png(hex(tiff)))).isEqualTo(UPRIGHT);
        assertThat(displayed(webp(hex(tiff)))).isEqualTo(UPRIGHT);
    }

    @Test
    void theDirectoryMayStandFarIntoTheBlock() {
        byte[] tiff = join(ascii("MM"), hex("002A"), be32(8 + 60_000), zeros(60_000), Tiff.bigEndian(6));
        byte[] moved = join(
                ascii("MM"), hex("002A"), be32(8 + 60_000), zeros(60_000), hex("0001 0112 0003 00000001 0006 0000"));
        assertThat(displayed(jpeg(exif(tiff))))
                .as("a header where a directory should be")
                .isEqualTo(UPRIGHT);
        assertThat(displayed(jpeg(exif(moved)))).isEqualTo(TURNED);
    }

    @Test
    void theFirstExifBlockCounts() {
        assertThat(displayed(jpeg(join(exif(Tiff.bigEndian(1)), exif(Tiff.bigEndian(6))))))
                .isEqualTo(UPRIGHT);
        assertThat(displayed(jpeg(join(exif(Tiff.bigEndian(6)), exif(Tiff.bigEndian(1))))))
                .isEqualTo(TURNED);
    }

    @Test
    void theFirstExifChunkCounts() {
        byte[] upright = Tiff.bigEndian(1);
        byte[] turned = Tiff.bigEndian(6);
        byte[] canvas = join(Webp.extended(Webp.EXIF, 16, 8), Webp.lossy(16, 8));
        assertThat(displayed(Webp.file(canvas, Webp.chunk("EXIF", hex("")), Webp.chunk("EXIF", turned))))
                .isEqualTo(UPRIGHT);
        assertThat(displayed(Webp.file(canvas, Webp.chunk("EXIF", turned), Webp.chunk("EXIF", upright))))
                .isEqualTo(TURNED);
        byte[] start = join(Png.header(16, 8), Png.data());
        assertThat(displayed(Png.file(start, Png.chunk("eXIf", hex("")), Png.chunk("eXIf", turned), Png.IEND)))
                .isEqualTo(UPRIGHT);
        assertThat(displayed(Png.file(start, Png.chunk("eXIf", turned), Png.chunk("eXIf", upright), Png.IEND)))
                .isEqualTo(TURNED);
    }

    @Test
    void otherDataInApp1IsNotExif() {
        byte[] xmp = segment(0xE1, ascii("http://ns.adobe.com/xap/1.0/\0<x/>"));
        byte[] bare = segment(0xE1, Tiff.bigEndian(8));
        byte[] tiny = segment(0xE1, ascii("Exi"));
        assertThat(displayed(jpeg(join(xmp, bare, tiny)))).isEqualTo(UPRIGHT);
        assertThat(displayed(jpeg(join(xmp, bare, tiny, exif(Tiff.bigEndian(6))))))
                .isEqualTo(TURNED);
    }

    @Test
    void exifBehindTheFrameHeaderCountsToo() {
        byte[] file = join(SOI, frame(16, 8), exif(Tiff.bigEndian(6)), scan("00"), EOI);
        assertThat(displayed(file)).isEqualTo(TURNED);
    }

    @Test
    void exifBehindTheEndOfTheImageDoesNotCount() {
        byte[] second = join(SOI, exif(Tiff.bigEndian(6)), frame(16, 8), scan("00"), EOI);
        assertThat(displayed(join(Jpeg.whole(), second))).isEqualTo(UPRIGHT);
    }

    @Test
    void thePrefixOfJpegMayStandInAWebp() {
        assertThat(displayed(webp(join(ascii("Exif\0\0"), Tiff.bigEndian(6))))).isEqualTo(TURNED);
    }

    private static byte[] jpeg(byte[] segments) {
        return join(SOI, segments, frame(16, 8), scan("00"), EOI);
    }

    private static byte[] png(byte[] tiff) {
        return Png.file(Png.header(16, 8), Png.data(), Png.chunk("eXIf", tiff), Png.IEND);
    }

    private static byte[] webp(byte[] tiff) {
        return Webp.file(Webp.extended(Webp.EXIF, 16, 8), Webp.lossy(16, 8), Webp.chunk("EXIF", tiff));
    }

    private static Dimensions displayed(byte[] file) {
        ProbeResult.Whole whole = (ProbeResult.Whole) Probing.probe(file);
        assertThat(whole.stored()).isEqualTo(UPRIGHT);
        return whole.displayed();
    }
}
