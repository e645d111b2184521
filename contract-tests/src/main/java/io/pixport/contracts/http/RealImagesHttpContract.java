package io.pixport.contracts.http;

import static io.pixport.contracts.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.Digests;
import io.pixport.contracts.Fresh;
import io.pixport.contracts.Images;
import io.pixport.contracts.Multipart;
import io.pixport.core.model.UserId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every image that is kept with the contracts: the good ones all the way, and why the bad ones are refused. */
public interface RealImagesHttpContract extends HttpFixture {
    /** What a good image is: its content type, width and height as displayed, frames. */
    record Facts(String contentType, int width, int height, int frames) {
        private static Facts jpeg(int width, int height) {
            return new Facts("image/jpeg", width, height, 1);
        }

        private static Facts png(int width, int height) {
            return new Facts("image/png", width, height, 1);
        }

        private static Facts webp(int width, int height, int frames) {
            return new Facts("image/webp", width, height, frames);
        }
    }

    Map<String, Facts> GOOD = Map.ofEntries(
            Map.entry("good/Landscape_1.jpg", Facts.jpeg(1800, 1200)),
            Map.entry("good/Landscape_6.jpg", Facts.jpeg(1800, 1200)),
            Map.entry("good/Portrait_8.jpg", Facts.jpeg(1200, 1800)),
            Map.entry("good/animated.gif", new Facts("image/gif", 160, 120, 4)),
            Map.entry("good/animated.webp", Facts.webp(160, 120, 4)),
            Map.entry("good/camera.jpg", Facts.jpeg(1536, 2048)),
            Map.entry("good/cmyk.jpg", Facts.jpeg(640, 480)),
            Map.entry("good/exif.jpg", Facts.jpeg(100, 68)),
            Map.entry("good/gps.jpg", Facts.jpeg(640, 480)),
            Map.entry("good/grey.jpg", Facts.jpeg(400, 300)),
            Map.entry("good/grey16.png", Facts.png(160, 120)),
            Map.entry("good/lossless_alpha.webp", Facts.webp(200, 150, 1)),
            Map.entry("good/lossy.webp", Facts.webp(1024, 768, 1)),
            Map.entry("good/palette_interlaced.png", Facts.png(240, 180)),
            Map.entry("good/photo.jpg", Facts.jpeg(3264, 2448)),
            Map.entry("good/progressive.jpg", Facts.jpeg(1600, 2133)),
            Map.entry("good/rgb.png", Facts.png(320, 240)),
            Map.entry("good/rgba.png", Facts.png(200, 150)),
            Map.entry("good/small.jpg", Facts.jpeg(320, 240)));

    /** How a bad image is refused: the status, and words that name the reason. */
    record Refusal(int status, String words) {}

    Map<String, Refusal> BAD = Map.ofEntries(
            Map.entry("bad/avif.avif", new Refusal(415, "AVIF")),
            Map.entry("bad/bomb_65536.png", new Refusal(422, "at most 4000 pixels, got 65536 x 65536")),
            Map.entry("bad/circle.svg", new Refusal(415, "SVG")),
            Map.entry("bad/data_behind_the_end.png", new Refusal(422, "bytes follow the IEND chunk")),
            Map.entry("bad/flipped_bit.png", new Refusal(422, "wrong CRC")),
            Map.entry("bad/gif_65535.gif", new Refusal(422, "at most 4000 pixels, got 65535 x 65535")),
            Map.entry("bad/html_named.jpg", new Refusal(415, "HTML")),
            Map.entry("bad/no_frame_header.jpg", new Refusal(422, "frame header")),
            Map.entry("bad/tiff.tiff", new Refusal(415, "TIFF")),
            Map.entry("bad/tiny_2x2.png", new Refusal(422, "at least 50 pixels, got 2 x 2")),
            Map.entry("bad/too_wide.jpg", new Refusal(422, "at most 4000 pixels, got 5000 x 60")),
            Map.entry("bad/truncated.gif", new Refusal(422, "cut off")),
            Map.entry("bad/truncated.jpg", new Refusal(422, "cut off")),
            Map.entry("bad/truncated.png", new Refusal(422, "cut off")),
            Map.entry("bad/truncated.webp", new Refusal(422, "cut off")));

    @Test
    default void allImagesAreInTheTables() {
        assertThat(GOOD.keySet()).containsExactlyInAnyOrderElementsOf(Images.good());
        assertThat(BAD.keySet()).containsExactlyInAnyOrderElementsOf(Images.bad());
    }

    @ParameterizedTest
    @MethodSource("io.pixport.contracts.Images#good")
    default void aGoodImageGoesAllTheWay(String name, Api api) {
        byte[] bytes = Images.bytes(name);
        UserId user = Fresh.user();

        Answer uploaded = api.send(form(user, name, bytes));

        assertIs(Objects.requireNonNull(GOOD.get(name)), bytes, uploaded);
        String image = "/images/" + Api.idOf(uploaded);
        assertThat(api.get(image)).hasStatus(200).has("/metadata", uploaded.at("/metadata"));
        assertThat(api.get("/users/" + user + "/images")).has("/images/0", uploaded.at("/metadata"));
        assertContent(api, image + "/content", bytes);
        assertThat(api.follow(api.get(image).textAt("/url")).body()).isEqualTo(bytes);
        assertThat(api.send(Call.delete(image))).hasStatus(200);
        assertThat(api.get(image + "/content")).isProblem(404);
        assertThat(api.send(Call.delete(image + "?permanent=true"))).hasStatus(200);
        assertThat(api.hasBytes(Api.idOf(uploaded))).isFalse();
    }

    private static void assertIs(Facts facts, byte[] bytes, Answer uploaded) {
        assertThat(uploaded)
                .hasStatus(201)
                .has("/metadata/content_type", facts.contentType())
                .has("/metadata/width", facts.width())
                .has("/metadata/height", facts.height())
                .has("/metadata/frames", facts.frames())
                .has("/metadata/size", bytes.length)
                .has("/metadata/sha256", Digests.sha256(bytes).hex());
    }

    private static void assertContent(Api api, String content, byte[] bytes) {
        int middle = bytes.length / 2;
        assertThat(api.get(content).body()).isEqualTo(bytes);
        assertThat(api.send(Call.get(content).header("Range", "bytes=0-" + (middle - 1)))
                        .body())
                .isEqualTo(Arrays.copyOf(bytes, middle));
        assertThat(api.send(Call.get(content).header("Range", "bytes=" + middle + "-"))
                        .body())
                .isEqualTo(Arrays.copyOfRange(bytes, middle, bytes.length));
    }

    @ParameterizedTest
    @MethodSource("io.pixport.contracts.Images#bad")
    default void aBadImageIsRefusedWithTheReasonNamed(String name, Api api) {
        byte[] bytes = Images.bytes(name);
        UserId user = Fresh.user();
        Refusal refusal = Objects.requireNonNull(BAD.get(name));
        List<Call> calls = List.of(
                form(user, name, bytes),
                Call.post("/images").body("image/jpeg", bytes).query("user_id", user.value()),
                Call.post("/images")
                        .body("image/jpeg", bytes)
                        .query("user_id", user.value())
                        .unannounced());

        assertThat(calls).allSatisfy(call -> assertThat(api.sendInVain(call))
                .isProblem(refusal.status())
                .naming("file")
                .saying(refusal.words()));
    }

    private static Call form(UserId user, String name, byte[] bytes) {
        return Call.post("/images")
                .multipart(new Multipart()
                        .field("user_id", user.value())
                        .file("file", name, "application/octet-stream", bytes));
    }
}
