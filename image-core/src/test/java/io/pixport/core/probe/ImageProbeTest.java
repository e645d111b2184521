package io.pixport.core.probe;

import static io.pixport.core.model.ImageFormat.GIF;
import static io.pixport.core.model.ImageFormat.JPEG;
import static io.pixport.core.model.ImageFormat.PNG;
import static io.pixport.core.model.ImageFormat.WEBP;
import static io.pixport.core.probe.Bytes.ascii;
import static io.pixport.core.probe.Bytes.be32;
import static io.pixport.core.probe.Bytes.hex;
import static io.pixport.core.probe.Bytes.join;
import static io.pixport.core.probe.Bytes.le32;
import static io.pixport.core.probe.Bytes.zeros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pixport.core.model.Dimensions;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ImageProbeTest {
    @ParameterizedTest
    @MethodSource("smallFiles")
    void noBeginningOfASmallFileIsWhole(byte[] file) {
        assertThat(Probing.probe(file)).isInstanceOf(ProbeResult.Whole.class);
        for (int length = 0; length < file.length; length++) {
            assertThat(Probing.probe(Arrays.copyOf(file, length)))
                    .as("%d of %d bytes", length, file.length)
                    .isNotInstanceOf(ProbeResult.Whole.class);
        }
    }

    static Stream<byte[]> smallFiles() {
        return Stream.of(
                Jpeg.whole(), Png.whole(), Png.animated(), Gif.whole(), Webp.file(Webp.lossy(16, 8)), Webp.animated());
    }

    @ParameterizedTest
    @MethodSource("unrecognized")
    void whatIsNotTakenIsNamed(String description, byte[] file) {
        assertThat(Probing.probe(file)).isEqualTo(new ProbeResult.Unrecognized(description));
    }

    static Stream<Arguments> unrecognized() {
        String unknown = "not an image format that is known";
        return Stream.of(
                Arguments.of("empty", zeros(0)),
                Arguments.of("TIFF", ascii("II*\0\b\0\0\0")),
                Arguments.of("TIFF", ascii("MM\0*\0\0\0\b")),
                Arguments.of("BMP", join(ascii("BM"), zeros(60))),
                Arguments.of("PDF", ascii("%PDF-1.7")),
                Arguments.of("ZIP", ascii("PK\3\4")),
                Arguments.of("ICO", hex("00000100 0100")),
                Arguments.of("JPEG XL", hex("FF0A 00")),
                Arguments.of("JPEG XL", hex("0000000C 4A584C20 0D0A870A")),
                Arguments.of("JPEG 2000", hex("0000000C 6A502020 0D0A870A")),
                Arguments.of("AVIF", join(be32(28), ascii("ftypavif"))),
                Arguments.of("AVIF", join(be32(28), ascii("ftypavis"))),
                Arguments.of("HEIC", join(be32(24), ascii("ftypheic"))),
                Arguments.of("HEIC", join(be32(24), ascii("ftypmif1"))),
                Arguments.of("MP4 or a relative of it", join(be32(24), ascii("ftypisom"))),
                Arguments.of("SVG", ascii("<?xml version='1.0'?>\n<!-- a --><svg/>")),
                Arguments.of("SVG", ascii("\u00EF\u00BB\u00BF  <SVG>")),
                Arguments.of("HTML", ascii("\n<!DOCTYPE html><title>x</title>")),
                Arguments.of("HTML", ascii("<HTML>")),
                Arguments.of("XML", ascii("<?xml version='1.0'?><x/>")),
                Arguments.of(unknown, ascii("about <svg")),
                Arguments.of(unknown, ascii("hello")),
                Arguments.of(unknown, ascii("GIF88a")),
                Arguments.of(unknown, join(ascii("RIFF"), le32(4), ascii("WAVE"))),
                Arguments.of(unknown, hex("FFD8")),
                Arguments.of(unknown, zeros(100_000)));
    }

    @Test
    void theHeaderIsKnownAsSoonAsItHasBeenRead() {
        assertHeaderAfter(new byte[0], Png.file(Png.header(16, 8)), new ImageHeader(PNG, new Dimensions(16, 8), 1));
        assertHeaderAfter(
                join(Jpeg.SOI, Jpeg.exif(Tiff.bigEndian(6))),
                Arrays.copyOf(Jpeg.frame(16, 8), 10),
                new ImageHeader(JPEG, new Dimensions(16, 8), 1));
        assertHeaderAfter(new byte[0], Gif.screen(16, 8), new ImageHeader(GIF, new Dimensions(16, 8), 1));
        assertHeaderAfter(
                new byte[0],
                Arrays.copyOf(Webp.file(Webp.lossy(16, 8)), 30),
                new ImageHeader(WEBP, new Dimensions(16, 8), 1));
        assertHeaderAfter(
                new byte[0], Arrays.copyOf(Webp.animated(), 30), new ImageHeader(WEBP, new Dimensions(16, 8), 1));
    }

    private static void assertHeaderAfter(byte[] before, byte[] header, ImageHeader expected) {
        ImageProbe probe = new ImageProbe();
        probe.update(before, 0, before.length);
        probe.update(header, 0, header.length - 1);
        assertThat(probe.header()).isEmpty();
        probe.update(header, header.length - 1, 1);
        assertThat(probe.header()).contains(expected);
    }

    @Test
    void aHeightStatedBehindTheScanIsKnownThen() {
        assertHeaderAfter(
                join(Jpeg.SOI, Jpeg.frame(16, 0), Jpeg.scan("00")),
                Jpeg.numberOfLines(8),
                new ImageHeader(JPEG, new Dimensions(16, 8), 1));
    }

    @Test
    void framesAreCountedAsTheyEnd() {
        ImageProbe probe = new ImageProbe();
        byte[] screen = Gif.screen(16, 8);
        byte[] frame = Gif.frame(0, 0, 16, 8);
        probe.update(screen, 0, screen.length);
        for (int count = 1; count <= 500; count++) {
            assertThat(probe.update(frame, 0, frame.length)).isTrue();
            assertThat(probe.header()).contains(new ImageHeader(GIF, new Dimensions(16, 8), count));
        }
    }

    @Test
    void aBrokenFileIsToldAtOnceAndForGood() {
        ImageProbe probe = new ImageProbe();
        byte[] whole = Png.whole();
        assertThat(probe.update(whole, 0, whole.length)).isTrue();
        assertThat(probe.update(whole, 0, 0)).isTrue();
        assertThat(probe.update(whole, 0, 1)).isFalse();
        ProbeResult verdict = probe.finish();
        assertThat(verdict).isEqualTo(new ProbeResult.Broken(PNG, "bytes follow the IEND chunk"));
        assertThat(probe.update(whole, 0, whole.length)).isFalse();
        assertThat(probe.finish()).isEqualTo(verdict);
    }

    @Test
    void anUnrecognizedFileIsToldOnceItIsNamed() {
        ImageProbe probe = new ImageProbe();
        byte[] text = ascii("x".repeat(512));
        assertThat(probe.update(text, 0, 511)).isTrue();
        assertThat(probe.update(text, 511, 1)).isFalse();
        byte[] png = Png.whole();
        assertThat(probe.update(png, 0, png.length)).isFalse();
        assertThat(probe.header()).isEmpty();
        assertThat(probe.finish()).isEqualTo(new ProbeResult.Unrecognized("not an image format that is known"));
    }

    @Test
    void theVerdictChangesNothing() {
        ImageProbe probe = new ImageProbe();
        byte[] file = Gif.whole();
        assertThat(probe.finish()).isEqualTo(new ProbeResult.Unrecognized("empty"));
        probe.update(file, 0, 20);
        assertThat(probe.finish()).isInstanceOf(ProbeResult.Broken.class);
        probe.update(file, 20, file.length - 20);
        assertThat(probe.finish()).isInstanceOf(ProbeResult.Whole.class).isEqualTo(probe.finish());
    }

    @Test
    void aPartOfABufferIsReadAndTheRestLeftAlone() {
        byte[] padded = join(zeros(7), Webp.animated(), zeros(9));
        byte[] copy = padded.clone();
        ImageProbe probe = new ImageProbe();
        probe.update(padded, 7, padded.length - 16);
        assertThat(probe.finish()).isInstanceOf(ProbeResult.Whole.class);
        assertThat(padded).isEqualTo(copy);
    }

    @Test
    void aRangeOutsideTheBufferIsRefused() {
        ImageProbe probe = new ImageProbe();
        assertThatThrownBy(() -> probe.update(new byte[4], 2, 3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> probe.update(new byte[4], -1, 1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> probe.update(new byte[4], 0, -1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @ParameterizedTest
    @MethodSource("beginningsOfLongRuns")
    void memoryDoesNotGrowWithTheFile(byte[] beginning, byte filling) {
        byte[] slice = new byte[64 * 1024];
        Arrays.fill(slice, filling);
        ImageProbe probe = new ImageProbe();
        assertThat(probe.update(beginning, 0, beginning.length)).isTrue();
        var thread = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = thread.getCurrentThreadAllocatedBytes();
        boolean readable = true;
        for (int i = 0; i < 1000; i++) {
            readable &= probe.update(slice, 0, slice.length);
        }
        long allocated = thread.getCurrentThreadAllocatedBytes() - before;
        assertThat(readable).isTrue();
        assertThat(allocated).as("bytes allocated for 64 MB").isLessThan(64 * 1024);
    }

    static Stream<Arguments> beginningsOfLongRuns() {
        byte zero = 0;
        byte ff = (byte) 0xFF;
        byte[] longTiff = join(ascii("MM"), hex("002A FFFFFFF0"));
        byte[] riff = join(ascii("RIFF"), le32(0xFFFF_FFFEL), ascii("WEBP"), Webp.extended(0, 16, 8));
        return Stream.of(
                Arguments.of(join(Jpeg.SOI, Jpeg.frame(16, 8), Jpeg.scan("")), zero),
                Arguments.of(join(Jpeg.SOI, Jpeg.frame(16, 8), Jpeg.scan("")), ff),
                Arguments.of(join(Jpeg.SOI, Jpeg.frame(16, 8)), ff),
                Arguments.of(Jpeg.whole(), ff),
                Arguments.of(Png.file(Png.header(16, 8), be32(0x7FFF_FFFF), ascii("IDAT")), zero),
                Arguments.of(Png.file(Png.header(16, 8), be32(0x7FFF_FFFF), ascii("eXIf"), longTiff), zero),
                Arguments.of(join(Gif.screen(16, 8), hex("21 FE")), ff),
                Arguments.of(join(riff, ascii("EXIF"), le32(0xF000_0000L), longTiff), zero),
                Arguments.of(join(riff, ascii("abcd"), le32(0xF000_0000L)), zero));
    }
}
