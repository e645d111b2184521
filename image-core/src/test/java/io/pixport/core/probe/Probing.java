package io.pixport.core.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.core.model.Dimensions;
import io.pixport.core.model.ImageFormat;

/** Asks the probe, whole and byte by byte, and says what is expected. */
final class Probing {
    private Probing() {}

    /** The verdict on a file, which has to be the same when it arrives at once and byte by byte. */
    static ProbeResult probe(byte[] file) {
        ProbeResult verdict = probe(file, Math.max(1, file.length));
        assertThat(probe(file, 1)).as("byte by byte").isEqualTo(verdict);
        return verdict;
    }

    static ProbeResult probe(byte[] file, int pieceLength) {
        ImageProbe probe = new ImageProbe();
        for (int offset = 0; offset < file.length; offset += pieceLength) {
            probe.update(file, offset, Math.min(pieceLength, file.length - offset));
        }
        return probe.finish();
    }

    static void assertWhole(byte[] file, ImageFormat format, int width, int height, int frames) {
        Dimensions dimensions = new Dimensions(width, height);
        assertThat(probe(file)).isEqualTo(new ProbeResult.Whole(format, dimensions, dimensions, frames));
    }

    static void assertBroken(byte[] file, ImageFormat format, String reason) {
        assertThat(probe(file)).isInstanceOfSatisfying(ProbeResult.Broken.class, broken -> {
            assertThat(broken.format()).isEqualTo(format);
            assertThat(broken.reason()).contains(reason);
        });
    }
}
