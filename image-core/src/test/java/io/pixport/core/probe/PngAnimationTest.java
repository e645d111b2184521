package io.pixport.core.probe;

import static io.pixport.core.model.ImageFormat.PNG;
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
import static io.pixport.core.probe.Probing.assertBroken;
import static io.pixport.core.probe.Probing.assertWhole;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PngAnimationTest {
    private static final byte[] HEADER = Png.header(16, 8);
    private static final byte[] FIRST = frameControl(0, 16, 8, 0, 0);

    @Test
    void framesAreCounted() {
        assertWhole(Png.animated(), PNG, 16, 8, 3);
        assertWhole(file(HEADER, animationControl(1), FIRST, data(), IEND), PNG, 16, 8, 1);
    }

    @Test
    void aStillImageBeforeTheAnimationIsNoFrame() {
        byte[] file = file(
                HEADER,
                animationControl(2),
                data(),
                frameControl(0, 4, 4, 0, 0),
                frameData(1),
                frameControl(2, 4, 4, 0, 0),
                frameData(3),
                IEND);
        assertWhole(file, PNG, 16, 8, 2);
    }

    @Test
    void withoutAnAnnouncementBeforeTheDataAPngIsStill() {
        byte[] wild = frameControl(7, 999, 999, 9, 9);
        assertWhole(file(HEADER, wild, data(), frameData(3), wild, IEND), PNG, 16, 8, 1);
        assertWhole(file(HEADER, data(), animationControl(5), wild, frameData(3), IEND), PNG, 16, 8, 1);
    }

    @Test
    void theAnnouncedFramesAreKnownBeforeTheyCome() {
        ImageProbe probe = new ImageProbe();
        byte[] beginning = file(HEADER, animationControl(400));
        probe.update(beginning, 0, beginning.length);
        assertThat(probe.header()).get().extracting(ImageHeader::frames).isEqualTo(400);
    }

    @Test
    void fewerOrMoreFramesThanAnnouncedAreBroken() {
        byte[] second = join(frameControl(1, 4, 4, 0, 0), frameData(2));
        assertBroken(file(HEADER, animationControl(3), FIRST, data(), second, IEND), PNG, "fewer frames than acTL");
        assertBroken(file(HEADER, animationControl(1), data(), IEND), PNG, "fewer frames than acTL");
        assertBroken(file(HEADER, animationControl(1), FIRST, data(), second, IEND), PNG, "more frames than acTL");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 0x8000_0000L, 0xFFFF_FFFFL})
    void anImpossibleAnnouncementIsBroken(long frames) {
        assertBroken(file(HEADER, animationControl(frames), FIRST, data(), IEND), PNG, "announces " + frames);
    }

    @Test
    void theLargestAnnouncementIsBelieved() {
        ImageProbe probe = new ImageProbe();
        byte[] beginning = file(HEADER, animationControl(Integer.MAX_VALUE));
        assertThat(probe.update(beginning, 0, beginning.length)).isTrue();
        assertThat(probe.header()).get().extracting(ImageHeader::frames).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void twoAnnouncementsAreBroken() {
        assertBroken(file(HEADER, animationControl(1), animationControl(1), FIRST), PNG, "acTL comes twice");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 4, 0, 0, a frame has no pixels",
        "4, 0, 0, 0, a frame has no pixels",
        "17, 8, 0, 0, a frame reaches beyond the canvas",
        "16, 9, 0, 0, a frame reaches beyond the canvas",
        "16, 8, 1, 0, a frame reaches beyond the canvas",
        "16, 8, 0, 1, a frame reaches beyond the canvas",
        "4294967295, 1, 2, 0, a frame reaches beyond the canvas",
        "1, 2, 0, 4294967295, a frame reaches beyond the canvas"
    })
    void aFrameOutsideTheCanvasIsBroken(long width, long height, long x, long y, String reason) {
        byte[] frame = frameControl(1, width, height, x, y);
        assertBroken(file(HEADER, animationControl(2), FIRST, data(), frame), PNG, reason);
    }

    @Test
    void aFirstFrameSmallerThanTheCanvasIsBroken() {
        byte[] small = frameControl(0, 15, 8, 0, 0);
        assertBroken(file(HEADER, animationControl(1), small, data(), IEND), PNG, "smaller than the canvas");
    }

    @Test
    void aFrameWithoutDataIsBroken() {
        byte[] second = frameControl(1, 4, 4, 0, 0);
        byte[] third = frameControl(2, 4, 4, 0, 0);
        assertBroken(file(HEADER, animationControl(2), FIRST, data(), second, IEND), PNG, "a frame has no data");
        assertBroken(file(HEADER, animationControl(3), FIRST, data(), second, third), PNG, "a frame has no data");
    }

    @Test
    void dataWithoutAFrameIsBroken() {
        assertBroken(file(HEADER, animationControl(1), frameData(0)), PNG, "without a frame");
        assertBroken(file(HEADER, animationControl(1), FIRST, data(), frameData(1)), PNG, "without a frame");
    }

    @Test
    void aGapInTheSequenceIsBroken() {
        byte[] second = frameControl(1, 4, 4, 0, 0);
        assertBroken(file(HEADER, animationControl(1), frameControl(1, 16, 8, 0, 0)), PNG, "out of sequence");
        assertBroken(file(HEADER, animationControl(2), FIRST, data(), second, frameData(3)), PNG, "out of sequence");
        assertBroken(file(HEADER, animationControl(2), FIRST, data(), second, frameData(1)), PNG, "out of sequence");
    }

    @ParameterizedTest
    @ValueSource(strings = {"03 00", "00 02"})
    void anUnknownDisposalOrBlendingIsBroken(String disposalAndBlending) {
        assertBroken(oneFrame(disposalAndBlending), PNG, "unknown disposal or blending");
    }

    @ParameterizedTest
    @ValueSource(strings = {"00 00", "01 00", "02 01"})
    void aKnownDisposalAndBlendingIsWhole(String disposalAndBlending) {
        assertWhole(oneFrame(disposalAndBlending), PNG, 16, 8, 1);
    }

    private static byte[] oneFrame(String disposalAndBlending) {
        byte[] place = join(be32(0), be32(16), be32(8), be32(0), be32(0));
        byte[] frame = chunk("fcTL", join(place, be32(0), hex(disposalAndBlending)));
        return file(HEADER, animationControl(1), frame, data(), IEND);
    }

    @Test
    void frameDataMayBeEmpty() {
        byte[] empty = chunk("fdAT", be32(2));
        byte[] second = frameControl(1, 4, 4, 0, 0);
        assertWhole(file(HEADER, animationControl(2), FIRST, data(), second, empty, IEND), PNG, 16, 8, 2);
    }

    @Test
    void chunksOfAnotherLengthAreBroken() {
        assertBroken(file(HEADER, chunk("acTL", zeros(7))), PNG, "acTL has 7 bytes instead of 8");
        assertBroken(file(HEADER, chunk("fcTL", zeros(27))), PNG, "fcTL has 27 bytes instead of 26");
        assertBroken(file(HEADER, chunk("fdAT", zeros(3))), PNG, "fdAT has no sequence number");
    }
}
