package io.pixport.contracts.http;

import static io.pixport.contracts.http.AnswerAssert.assertThat;

import io.pixport.contracts.Fresh;
import io.pixport.contracts.Multipart;
import io.pixport.core.model.UserId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The limits of fields and queries: what just keeps one is accepted, what just breaks it is refused, and both are named. */
public interface FieldLimitsHttpContract extends HttpFixture {
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

        assertThat(api.send(Uploads.raw(new UserId(longest), Api.SMALL))).hasStatus(201);
        assertThat(api.sendInVain(Uploads.raw(new UserId(longest + "x"), Api.SMALL)))
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

    private static Call form(UserId user, String field, String value) {
        return Call.post("/images")
                .multipart(new Multipart()
                        .field("user_id", user.value())
                        .field(field, value)
                        .file("file", "a.jpg", Api.SMALL));
    }
}
