package io.pixport.contracts.http;

import static io.pixport.contracts.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.Fresh;
import io.pixport.contracts.ImageMaker;
import io.pixport.contracts.Images;
import io.pixport.core.model.ImageFormat;
import io.pixport.core.model.Limits;
import io.pixport.core.model.UserId;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every limit: what just keeps it is accepted, what just breaks it is refused, with the field and the limit named. */
public interface LimitsHttpContract extends HttpFixture {
    @Test
    default void everyLimitInForceIsReported(Api api) {
        assertThat(api.get("/limits"))
                .hasStatus(200)
                .has("/content_types", List.of("image/jpeg", "image/png", "image/gif", "image/webp"))
                .has("/min_size", 1024)
                .has("/max_size", 10 * 1024 * 1024)
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
                .has("/trash_retention", 30 * 24 * 3600);
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
        Limits d = Limits.DEFAULTS;
        Api api = builder.limits(limits(d.formats(), 400, 160 * 120 * 4 - 1, 20, d.trashRetention()))
                .start();

        assertThat(api.sendInVain(upload(Fresh.user(), Images.bytes("good/animated.gif"))))
                .isProblem(422)
                .naming("file")
                .has("/limit", 160 * 120 * 4 - 1);
    }

    private static Limits narrow() {
        return limits(Set.of(ImageFormat.PNG, ImageFormat.GIF), 3, 50_000_000, 1, Duration.ZERO);
    }

    private static Limits limits(Set<ImageFormat> formats, int frames, long pixels, int pageSize, Duration trash) {
        Limits d = Limits.DEFAULTS;
        return new Limits(
                formats,
                d.minSize(),
                d.maxSize(),
                d.minSide(),
                d.maxSide(),
                frames,
                pixels,
                d.titleLength(),
                d.descriptionLength(),
                d.altTextLength(),
                d.tags(),
                d.tagLength(),
                d.customFields(),
                d.customNameLength(),
                d.customValueLength(),
                d.userIdLength(),
                d.fileNameLength(),
                d.minLinkLife(),
                d.maxLinkLife(),
                d.defaultLinkLife(),
                pageSize,
                d.maxPageSize(),
                trash);
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
    default void anImageHasAtMostTenMegabytesInWhicheverBodyItComes(Api api) {
        byte[] largest = ImageMaker.jpegOfSize(10 * 1024 * 1024);
        byte[] tooLarge = ImageMaker.jpegOfSize(10 * 1024 * 1024 + 1);

        for (Call call : bodies(largest)) {
            assertThat(api.send(call)).hasStatus(201).has("/metadata/size", largest.length);
        }
        for (Call call : bodies(tooLarge)) {
            assertThat(api.sendInVain(call)).isProblem(413).has("/limit", largest.length);
        }
    }

    private static List<Call> bodies(byte[] image) {
        UserId user = Fresh.user();
        return List.of(
                upload(user, image),
                upload(user, image).unannounced(),
                Call.post("/images")
                        .multipart(
                                new Multipart().field("user_id", user.value()).file("file", "a.jpg", image)),
                Call.post("/images")
                        .json("{\"user_id\": \"%s\", \"image\": \"%s\"}"
                                .formatted(user, Base64.getEncoder().encodeToString(image))));
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

    @Test
    default void textsHaveTheirLimitInCharactersAndNotInBytes(Api api) {
        assertText(api, "title", 200);
        assertText(api, "description", 1000);
        assertText(api, "alt_text", 1500);
    }

    private static void assertText(Api api, String field, int limit) {
        String longest = "\uD83C\uDF05".repeat(limit);
        UserId user = Fresh.user();
        assertThat(api.send(form(user, field, longest))).hasStatus(201).has("/metadata/" + field, longest);
        assertThat(api.sendInVain(form(user, field, longest + "x")))
                .isProblem(400)
                .naming(field)
                .has("/limit", limit);
    }

    @Test
    default void anImageHasAtMostTenTagsOfAtMostFiftyCharacters(Api api) {
        UserId user = Fresh.user();
        assertThat(api.send(form(user, "tags", tags(10)))).hasStatus(201);
        assertThat(api.send(form(user, "tags", "\u6D77".repeat(50)))).hasStatus(201);

        assertThat(api.sendInVain(form(user, "tags", tags(11))))
                .isProblem(400)
                .naming("tags")
                .has("/limit", 10);
        assertThat(api.sendInVain(form(user, "tags", "ok," + "\u6D77".repeat(51))))
                .isProblem(400)
                .naming("tags[1]")
                .has("/limit", 50);
    }

    private static String tags(int number) {
        return IntStream.range(0, number).mapToObj(i -> "tag" + i).collect(Collectors.joining(","));
    }

    @Test
    default void anImageHasAtMostTwentyFieldsOfItsOwnersAndTheyTooAreLimited(Api api) {
        UserId user = Fresh.user();
        assertThat(api.send(form(user, "custom", custom(20)))).hasStatus(201);
        assertThat(api.send(form(user, "custom", custom("n".repeat(64), "v".repeat(256)))))
                .hasStatus(201);

        assertThat(api.sendInVain(form(user, "custom", custom(21))))
                .isProblem(400)
                .naming("custom")
                .has("/limit", 20);
        assertThat(api.sendInVain(form(user, "custom", custom("n".repeat(65), "v"))))
                .isProblem(400)
                .has("/limit", 64);
        assertThat(api.sendInVain(form(user, "custom", custom("n", "v".repeat(257)))))
                .isProblem(400)
                .naming("custom.n")
                .has("/limit", 256);
    }

    private static String custom(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> "\"n" + i + "\":\"v\"")
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String custom(String name, String value) {
        return "{\"" + name + "\":\"" + value + "\"}";
    }

    @Test
    default void aUserIdHasAtMost128Characters(Api api) {
        String longest = (Fresh.user() + "._:@-" + "x".repeat(128)).substring(0, 128);

        assertThat(api.send(upload(new UserId(longest), Api.SMALL))).hasStatus(201);
        assertThat(api.sendInVain(upload(new UserId(longest + "x"), Api.SMALL)))
                .isProblem(400)
                .naming("user_id")
                .has("/limit", 128);
    }

    @Test
    default void aFileNameHasAtMost255Characters(Api api) {
        UserId user = Fresh.user();
        assertThat(api.send(form(user, "filename", "x".repeat(251) + ".jpg"))).hasStatus(201);

        assertThat(api.sendInVain(form(user, "filename", "x".repeat(252) + ".jpg")))
                .isProblem(400)
                .naming("file_name")
                .has("/limit", 255);
    }

    @Test
    default void aLinkLivesAMinuteToAWeek(Api api) {
        String image = "/images/" + api.uploaded(Fresh.user());

        for (String path : List.of(image, image + "/download")) {
            assertThat(api.get(path + "?expires_in=60")).hasStatus(200);
            assertThat(api.get(path + "?expires_in=604800")).hasStatus(200);
            assertThat(api.get(path + "?expires_in=59"))
                    .isProblem(400)
                    .naming("expires_in")
                    .has("/limit", 60);
            assertThat(api.get(path + "?expires_in=604801"))
                    .isProblem(400)
                    .naming("expires_in")
                    .has("/limit", 604_800);
            assertThat(api.get(path + "?expires_in=soon")).isProblem(400).naming("expires_in");
        }
    }

    @Test
    default void aPageHasOneToAHundredImages(Api api) {
        for (String path : List.of("/images", "/users/me/images", "/tags/sea/images", "/users/me/trash")) {
            assertThat(api.get(path + "?limit=1")).hasStatus(200);
            assertThat(api.get(path + "?limit=100")).hasStatus(200);
            for (String limit : List.of("0", "101", "-1", "99999999999")) {
                assertThat(api.get(path + "?limit=" + limit))
                        .isProblem(400)
                        .naming("limit")
                        .has("/limit", 100);
            }
        }
    }

    private static Call upload(UserId user, byte[] image) {
        return Call.post("/images").body("image/png", image).query("user_id", user.value());
    }

    private static Call form(UserId user, String field, String value) {
        return Call.post("/images")
                .multipart(new Multipart()
                        .field("user_id", user.value())
                        .field(field, value)
                        .file("file", "a.jpg", Api.SMALL));
    }
}
