package io.pixport.core.probe;

import static io.pixport.core.model.ImageFormat.WEBP;
import static io.pixport.core.probe.Bytes.ascii;
import static io.pixport.core.probe.Bytes.hex;
import static io.pixport.core.probe.Bytes.join;
import static io.pixport.core.probe.Bytes.le16;
import static io.pixport.core.probe.Bytes.le32;
import static io.pixport.core.probe.Bytes.zeros;
import static io.pixport.core.probe.Probing.assertBroken;
import static io.pixport.core.probe.Probing.assertWhole;
import static io.pixport.core.probe.Webp.ANIM;
import static io.pixport.core.probe.Webp.ANIMATION;
import static io.pixport.core.probe.Webp.chunk;
import static io.pixport.core.probe.Webp.extended;
import static io.pixport.core.probe.Webp.file;
import static io.pixport.core.probe.Webp.frame;
import static io.pixport.core.probe.Webp.lossless;
import static io.pixport.core.probe.Webp.lossy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebpProbeTest {
    private static final byte[] ALPHA = chunk("ALPH", hex("00 01 02"));

    @Test
    void theThreeLayoutsAreWhole() {
        assertWhole(file(lossy(16, 8)), WEBP, 16, 8, 1);
        assertWhole(file(lossless(16, 8)), WEBP, 16, 8, 1);
        assertWhole(file(extended(0, 16, 8), chunk("ICCP", zeros(7)), ALPHA, lossy(16, 8)), WEBP, 16, 8, 1);
        assertWhole(Webp.animated(), WEBP, 16, 8, 2);
    }

    @Test
    void theLargestSidesOfEachCodecAreWhole() {
        assertWhole(file(lossy(0x3FFF, 0x3FFF)), WEBP, 0x3FFF, 0x3FFF, 1);
        assertWhole(file(lossless(0x4000, 0x4000)), WEBP, 0x4000, 0x4000, 1);
    }

    @Test
    void theScalingBitsAreNoPartOfTheSides() {
        byte[] scaled = chunk("VP8 ", join(hex("30 00 00 9D 01 2A"), le16(16 | 0x4000), le16(8 | 0xC000), hex("00")));
        assertWhole(file(scaled), WEBP, 16, 8, 1);
    }

    @Test
    void bytesBehindTheRiffSizeAreBroken() {
        assertBroken(join(file(lossy(16, 8)), hex("00")), WEBP, "bytes follow the RIFF size");
        assertBroken(join(Webp.animated(), lossy(16, 8)), WEBP, "bytes follow the RIFF size");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 2, 3, 5, 0xFFFF_FFFFL})
    void aRiffSizeThatIsOddOrTooSmallIsBroken(long size) {
        byte[] file = join(ascii("RIFF"), le32(size), ascii("WEBP"), lossy(16, 8));
        assertBroken(file, WEBP, "the RIFF size is " + size);
    }

    @Test
    void aRiffSizeOtherThanThatOfTheFileIsBroken() {
        byte[] image = lossy(16, 8);
        byte[] larger = join(ascii("RIFF"), le32(4L + image.length + 2), ascii("WEBP"), image);
        byte[] smaller = join(ascii("RIFF"), le32(4L + image.length - 2), ascii("WEBP"), image);
        byte[] largest = join(ascii("RIFF"), le32(0xFFFF_FFFEL), ascii("WEBP"), image);
        assertBroken(larger, WEBP, "a chunk reaches beyond the RIFF size");
        assertBroken(smaller, WEBP, "a chunk reaches beyond the RIFF size");
        assertBroken(largest, WEBP, "cut off");
    }

    @Test
    void aFileWithoutAnImageIsBroken() {
        assertBroken(file(), WEBP, "there is no image");
        assertBroken(file(extended(0, 16, 8)), WEBP, "there is no image");
        assertBroken(file(extended(ANIMATION, 16, 8), ANIM), WEBP, "there is no image");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ICCP", "ALPH", "EXIF", "XMP ", "abcd"})
    void anotherFirstChunkIsBroken(String type) {
        assertBroken(file(chunk(type, zeros(4)), lossy(16, 8)), WEBP, "the first chunk is neither");
    }

    @Test
    void unknownChunksArePassedOverWithTheirPadding() {
        byte[] odd = chunk("abcd", zeros(3));
        assertWhole(file(extended(0, 16, 8), odd, lossless(16, 8), odd), WEBP, 16, 8, 1);
        assertWhole(file(lossless(16, 8), odd), WEBP, 16, 8, 1);
        byte[] empty = chunk("abcd", zeros(0));
        assertWhole(file(lossless(16, 8), empty, empty), WEBP, 16, 8, 1);
    }

    @Test
    void aChunkWithoutItsPaddingIsBroken() {
        byte[] content = join(ascii("abcd"), le32(3), zeros(3));
        assertWhole(file(lossy(16, 8), content, zeros(1)), WEBP, 16, 8, 1);
        assertBroken(file(lossy(16, 8), content), WEBP, "the RIFF size is 35");
    }

    @ParameterizedTest
    @ValueSource(longs = {20, 0x7FFF_FFFF, 0x8000_0000L, 0xFFFF_FFFEL, 0xFFFF_FFFFL})
    void aChunkBeyondTheFileIsBroken(long size) {
        byte[] tooLong = join(ascii("abcd"), le32(size), zeros(16));
        assertBroken(file(lossy(16, 8), tooLong), WEBP, "a chunk reaches beyond the RIFF size");
    }

    @ParameterizedTest
    @CsvSource({"VP8X, 9", "'VP8 ', 9", "VP8L, 4"})
    void aFirstChunkThatIsTooShortIsBroken(String type, int length) {
        assertBroken(file(chunk(type, zeros(length)), zeros(40)), WEBP, "the chunk " + type + " is too short");
    }

    @ParameterizedTest
    @ValueSource(strings = {"30", "32", "34", "36"})
    void everyVersionOfTheLossyCodecIsWhole(String tag) {
        byte[] image = chunk("VP8 ", join(hex(tag), hex("00 00 9D 01 2A"), le16(16), le16(8), hex("00")));
        assertWhole(file(image), WEBP, 16, 8, 1);
    }

    @ParameterizedTest
    @CsvSource({
        "31 00 00 9D012A 1000 0800, not a key frame",
        "20 00 00 9D012A 1000 0800, not a key frame",
        "38 00 00 9D012A 1000 0800, not a key frame",
        "30 00 00 9D012B 1000 0800, no start code",
        "30 00 00 9D012A 0000 0800, an image is 0 x 8 pixels",
        "30 00 00 9D012A 1000 0040, an image is 16 x 0 pixels",
        "50 00 00 9D012A 1000 0800, shorter than its first partition",
        "F0 FF FF 9D012A 1000 0800, shorter than its first partition"
    })
    void aMalformedLossyImageIsBroken(String header, String reason) {
        assertBroken(file(chunk("VP8 ", join(hex(header), hex("00")))), WEBP, reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2E 00000000", "2F 00000020", "2F 000000E0"})
    void aLosslessImageOfAnotherSignatureOrVersionIsBroken(String header) {
        assertBroken(file(chunk("VP8L", join(hex(header), hex("00")))), WEBP, "another signature or version");
    }

    @Test
    void aStillImageFillsItsCanvas() {
        assertBroken(file(extended(0, 16, 8), lossy(16, 7)), WEBP, "the image and the canvas differ in size");
        assertBroken(file(extended(0, 16, 8), lossless(17, 8)), WEBP, "the image and the canvas differ in size");
    }

    @Test
    void aSecondImageIsBroken() {
        assertBroken(file(lossy(16, 8), lossy(16, 8)), WEBP, "a second image");
        assertBroken(file(extended(0, 16, 8), lossy(16, 8), lossless(16, 8)), WEBP, "a second image");
    }

    @Test
    void aLateOrSecondExtendedHeaderIsBroken() {
        assertBroken(file(lossy(16, 8), extended(0, 16, 8)), WEBP, "VP8X is not the first");
        assertBroken(file(extended(0, 16, 8), extended(0, 16, 8)), WEBP, "VP8X is not the first");
    }

    @Test
    void aCanvasOfMorePixelsThanTheFormatAllowsIsBroken() {
        byte[] image = lossy(16, 8);
        assertBroken(file(extended(0, 65536, 65536), image), WEBP, "more than 2^32 - 1 pixels");
        assertBroken(file(extended(0, 1 << 24, 1 << 24), image), WEBP, "more than 2^32 - 1 pixels");
        assertBroken(file(extended(0, 65537, 65535), image), WEBP, "differ in size");
    }

    @Test
    void exifInTheSimpleLayoutDoesNotCount() {
        assertWhole(file(lossy(16, 8), chunk("EXIF", Tiff.bigEndian(6))), WEBP, 16, 8, 1);
    }

    @Test
    void framesNeedTheFlagAndTheControlChunk() {
        byte[] frame = frame(0, 0, 16, 8, lossy(16, 8));
        assertBroken(file(extended(0, 16, 8), ANIM, frame), WEBP, "without the animation flag");
        assertBroken(file(extended(0, 16, 8), frame), WEBP, "before the chunk ANIM");
        assertBroken(file(extended(ANIMATION, 16, 8), frame, ANIM), WEBP, "before the chunk ANIM");
        assertBroken(file(extended(ANIMATION, 16, 8), chunk("ANIM", zeros(5)), frame), WEBP, "ANIM is too short");
    }

    @Test
    void anImageOutsideTheFramesOfAnAnimationIsBroken() {
        assertBroken(file(extended(ANIMATION, 16, 8), ANIM, lossy(16, 8)), WEBP, "outside its frames");
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 17, 8", "0, 0, 16, 9", "2, 0, 16, 8", "0, 2, 16, 8", "33554430, 0, 2, 8", "0, 33554430, 16, 2"})
    void aFrameOutsideTheCanvasIsBroken(int x, int y, int width, int height) {
        byte[] frame = frame(x, y, width, height, lossless(width, height));
        assertBroken(animation(frame), WEBP, "a frame reaches beyond the canvas");
    }

    @Test
    void aFrameHasOneImageOfItsSize() {
        assertBroken(animation(frame(0, 0, 4, 4)), WEBP, "a frame has no image");
        assertBroken(animation(frame(0, 0, 4, 4, ALPHA)), WEBP, "a frame has no image");
        assertBroken(animation(frame(0, 0, 4, 4, lossy(4, 4), lossy(4, 4))), WEBP, "a frame has two images");
        assertBroken(animation(frame(0, 0, 4, 4, lossy(4, 5))), WEBP, "an image and its frame differ in size");
        assertWhole(animation(frame(0, 0, 4, 4, ALPHA, lossy(4, 4), chunk("abcd", zeros(1)))), WEBP, 16, 8, 1);
    }

    @Test
    void aChunkBeyondItsFrameIsBroken() {
        byte[] image = lossy(4, 4);
        for (long size : new long[] {14, 0x7FFF_FFFF, 0xFFFF_FFFFL}) {
            byte[] tooLong = join(ascii("VP8 "), le32(size), zeros(12));
            byte[] next = frame(0, 0, 4, 4, image);
            assertBroken(animation(frame(0, 0, 4, 4, tooLong), next), WEBP, "a chunk reaches beyond its frame");
        }
        byte[] leftOver = frame(0, 0, 4, 4, image, zeros(4));
        assertBroken(animation(leftOver, leftOver), WEBP, "a chunk reaches beyond its frame");
        byte[] odd = frame(0, 0, 4, 4, image, zeros(1));
        assertBroken(animation(odd, odd), WEBP, "a chunk reaches beyond its frame");
    }

    @Test
    void aFrameThatIsTooShortForItsHeaderIsBroken() {
        assertBroken(animation(chunk("ANMF", zeros(15)), zeros(20)), WEBP, "ANMF is too short");
    }

    @Test
    void nothingButImagesIsReadInsideAFrame() {
        byte[] inner = frame(0, 0, 4, 4, lossy(4, 4));
        assertBroken(animation(frame(0, 0, 4, 4, inner)), WEBP, "a frame is inside a frame");
        assertBroken(animation(frame(0, 0, 4, 4, ANIM)), WEBP, "inside a frame");
        assertBroken(animation(frame(0, 0, 4, 4, extended(0, 4, 4))), WEBP, "VP8X is not the first");
        byte[] exif = chunk("EXIF", Tiff.bigEndian(6));
        assertWhole(animation(frame(0, 0, 4, 4, exif, lossy(4, 4))), WEBP, 16, 8, 1);
    }

    private static byte[] animation(byte[]... frames) {
        return file(extended(ANIMATION, 16, 8), ANIM, join(frames));
    }
}
