package io.pixport.core.probe;

import static io.pixport.core.model.ImageFormat.GIF;
import static io.pixport.core.model.ImageFormat.JPEG;
import static io.pixport.core.model.ImageFormat.PNG;
import static io.pixport.core.model.ImageFormat.WEBP;
import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.core.model.Dimensions;
import io.pixport.core.model.ImageFormat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RealImagesTest {
    private static final Map<String, ProbeResult> GOOD = new TreeMap<>(Map.ofEntries(
            upright("photo.jpg", JPEG, 3264, 2448, 1),
            turned("camera.jpg", 2048, 1536),
            upright("gps.jpg", JPEG, 640, 480, 1),
            upright("exif.jpg", JPEG, 100, 68, 1),
            upright("Landscape_1.jpg", JPEG, 1800, 1200, 1),
            turned("Landscape_6.jpg", 1200, 1800),
            turned("Portrait_8.jpg", 1800, 1200),
            upright("small.jpg", JPEG, 320, 240, 1),
            upright("progressive.jpg", JPEG, 1600, 2133, 1),
            upright("cmyk.jpg", JPEG, 640, 480, 1),
            upright("grey.jpg", JPEG, 400, 300, 1),
            upright("rgb.png", PNG, 320, 240, 1),
            upright("rgba.png", PNG, 200, 150, 1),
            upright("grey16.png", PNG, 160, 120, 1),
            upright("palette_interlaced.png", PNG, 240, 180, 1),
            upright("lossy.webp", WEBP, 1024, 768, 1),
            upright("lossless_alpha.webp", WEBP, 200, 150, 1),
            upright("animated.webp", WEBP, 160, 120, 4),
            upright("animated.gif", GIF, 160, 120, 4)));

    /** Files whose sides or frames are for the limits to refuse are whole to the probe. */
    private static final Map<String, ProbeResult> BAD = new TreeMap<>(Map.ofEntries(
            upright("bomb_65536.png", PNG, 65536, 65536, 1),
            upright("gif_65535.gif", GIF, 65535, 65535, 1),
            upright("too_wide.jpg", JPEG, 5000, 60, 1),
            upright("tiny_2x2.png", PNG, 2, 2, 1),
            broken("data_behind_the_end.png", PNG, "bytes follow the IEND chunk"),
            broken("flipped_bit.png", PNG, "the chunk IDAT has a wrong CRC"),
            broken("no_frame_header.jpg", JPEG, "there is no frame header"),
            broken("truncated.gif", GIF, "cut off: the file ends before the trailer"),
            broken("truncated.jpg", JPEG, "cut off: the file ends before the end-of-image marker"),
            broken("truncated.png", PNG, "cut off: the file ends before the IEND chunk"),
            broken("truncated.webp", WEBP, "cut off: the file ends before its RIFF size"),
            unrecognized("avif.avif", "AVIF"),
            unrecognized("circle.svg", "SVG"),
            unrecognized("html_named.jpg", "HTML"),
            unrecognized("tiff.tiff", "TIFF")));

    @Test
    void everyGoodAndEveryBadImageIsInTheTable() {
        assertThat(GOOD.keySet()).containsExactlyElementsOf(SharedImages.names("good"));
        assertThat(BAD.keySet()).containsExactlyElementsOf(SharedImages.names("bad"));
    }

    @ParameterizedTest
    @MethodSource("good")
    void aGoodImageIsWhole(String name) {
        assertThat(Probing.probe(SharedImages.good(name))).isEqualTo(GOOD.get(name));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void aBadImageIsNamed(String name) {
        assertThat(Probing.probe(SharedImages.bad(name))).isEqualTo(BAD.get(name));
    }

    @ParameterizedTest
    @MethodSource("good")
    void noBeginningOfAGoodImageIsWhole(String name) {
        byte[] file = SharedImages.good(name);
        ImageProbe probe = new ImageProbe();
        for (int length = 0; length < file.length; length++) {
            if (probe.finish() instanceof ProbeResult.Whole) {
                throw new AssertionError("whole after " + length + " of " + file.length + " bytes");
            }
            probe.update(file, length, 1);
        }
        assertThat(probe.finish()).isInstanceOf(ProbeResult.Whole.class);
    }

    @ParameterizedTest
    @MethodSource("readByTheJdk")
    void theJdkReadsTheSameDimensionsAndFrames(String name) throws IOException {
        byte[] file = SharedImages.good(name);
        ProbeResult.Whole whole = (ProbeResult.Whole) Probing.probe(file);
        ImageReader reader =
                ImageIO.getImageReadersBySuffix(whole.format().extension()).next();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in);
            assertThat(whole.stored()).isEqualTo(new Dimensions(reader.getWidth(0), reader.getHeight(0)));
            assertThat(whole.frames()).isEqualTo(reader.getNumImages(true));
        } finally {
            reader.dispose();
        }
    }

    static Stream<String> good() {
        return GOOD.keySet().stream();
    }

    static Stream<String> bad() {
        return BAD.keySet().stream();
    }

    static Stream<String> readByTheJdk() {
        return good().filter(name -> !name.endsWith(".webp"));
    }

    private static Map.Entry<String, ProbeResult> upright(
            String name, ImageFormat format, int width, int height, int frames) {
        Dimensions dimensions = new Dimensions(width, height);
        return Map.entry(name, new ProbeResult.Whole(format, dimensions, dimensions, frames));
    }

    private static Map.Entry<String, ProbeResult> turned(String name, int storedWidth, int storedHeight) {
        Dimensions stored = new Dimensions(storedWidth, storedHeight);
        Dimensions displayed = new Dimensions(storedHeight, storedWidth);
        return Map.entry(name, new ProbeResult.Whole(JPEG, stored, displayed, 1));
    }

    private static Map.Entry<String, ProbeResult> broken(String name, ImageFormat format, String reason) {
        return Map.entry(name, new ProbeResult.Broken(format, reason));
    }

    private static Map.Entry<String, ProbeResult> unrecognized(String name, String description) {
        return Map.entry(name, new ProbeResult.Unrecognized(description));
    }
}
