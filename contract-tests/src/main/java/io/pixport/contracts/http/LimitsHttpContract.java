package io.pixport.contracts.http;

import static io.pixport.contracts.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.Fresh;
import io.pixport.contracts.Images;
import io.pixport.contracts.TestLimits;
import io.pixport.core.model.ImageFormat;
import io.pixport.core.model.Limits;
import io.pixport.core.model.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The limits of images: what just keeps one is accepted, what just breaks it is refused, with the field and the limit named. */
public interface LimitsHttpContract extends HttpFixture {
    @Test
    default void everyLimitInForceIsReported(Api api) {
        assertThat(api.get("/limits"))
                .hasStatus(200)
                .has("/content_types", List.of("image/jpeg", "image/png", "image/gif", "image/webp"))
                .has("/min_size", 1024)
                .has("/max_size", 10 * 1024 * 1024)
                .has("/multipart_threshold", 8 * 1024 * 1024)
                .has("/min_side", 50)
                .has("/max_side", 4000)
                .has("/max_frames", 400)
                .has("/max_pixels", 50_000_000)
                .has("/title_length", 200)
                .has("/description_length", 1000)
                .has("/alt_text_length", 1500)
                .has("/tags", 10)
                .has("/tag_length", 50)
                .has("/custom_fields", 20)
                .has("/custom_name_length", 64)
                .has("/custom_value_length", 256)
                .has("/user_id_length", 128)
                .has("/file_name_length", 255)
                .has("/min_link_life", 60)
                .has("/max_link_life", 604_800)
                .has("/default_link_life", 3600)
                .has("/default_page_size", 20)
                .has("/max_page_size", 100)
                .has("/trash_retention", 30 * 24 * 3600)
                .has("/reservation_life", 3600)
                .has("/batch_operations", 100);
    }

    @Test
    default void otherLimitsAreKeptAndReported(ApiBuilder builder) {
        Api api = builder.limits(narrow()).start();
        UserId user = Fresh.user();

        assertThat(api.get("/limits"))
                .has("/content_types", List.of("image/png", "image/gif"))
                .has("/max_frames", 3)
                .has("/default_page_size", 1)
                .has("/trash_retention", 0);
        assertThat(api.sendInVain(Api.uploading(user))).isProblem(415).naming("file");
        assertThat(api.sendInVain(upload(user, Images.bytes("good/animated.gif"))))
                .isProblem(422)
                .naming("file")
                .saying("3 frames")
                .has("/limit", 3);
        String id = api.uploaded(user, Images.bytes("good/rgba.png"));
        assertThat(api.send(Call.delete("/images/" + id))).hasStatus(200);
        assertThat(api.hasBytes(id)).isFalse();
    }

    @Test
    default void allFramesTogetherHaveTheirLimitOfPixels(ApiBuilder builder) {
        Api api = builder.limits(TestLimits.but(Map.of("maxPixels", 160L * 120 * 4 - 1)))
                .start();

        assertThat(api.sendInVain(upload(Fresh.user(), Images.bytes("good/animated.gif"))))
                .isProblem(422)
                .naming("file")
                .has("/limit", 160 * 120 * 4 - 1);
    }

    private static Limits narrow() {
        return TestLimits.but(Map.of(
                "formats",
                Set.of(ImageFormat.PNG, ImageFormat.GIF),
                "maxFrames",
                3,
                "defaultPageSize",
                1,
                "trashRetention",
                Duration.ZERO));
    }

    @Test
    default void anImageHasAtLeastAKilobyte(Api api) {
        assertThat(api.send(upload(Fresh.user(), PngMaker.png(50, 50, 1024)))).hasStatus(201);
        assertThat(api.sendInVain(upload(Fresh.user(), PngMaker.png(50, 50, 1023))))
                .isProblem(422)
                .naming("file")
                .has("/limit", 1024);
    }

    @Test
    default void aSideHasFiftyToFourThousandPixels(Api api) {
        UserId user = Fresh.user();
        assertThat(api.send(upload(user, PngMaker.png(50, 4000, 20_000)))).hasStatus(201);
        assertThat(api.send(upload(user, PngMaker.png(4000, 50, 20_000)))).hasStatus(201);

        assertThat(api.sendInVain(upload(user, PngMaker.png(49, 4000, 20_000))))
                .isProblem(422)
                .naming("file")
                .has("/limit", 50);
        assertThat(api.sendInVain(upload(user, PngMaker.png(50, 4001, 20_000))))
                .isProblem(422)
                .naming("file")
                .has("/limit", 4000);
    }

    private static Call upload(UserId user, byte[] image) {
        return Call.post("/images").body("image/png", image).query("user_id", user.value());
    }
}
