package io.pixport.contracts.http;

import static io.pixport.contracts.http.AnswerAssert.assertThat;

import io.pixport.contracts.Fresh;
import io.pixport.contracts.Multipart;
import io.pixport.core.model.UserId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Fields and queries that are refused with a problem that names them, and of which nothing is stored. */
public interface BadFieldHttpContract extends HttpFixture {
    @Test
    default void unknownFieldsAreIgnored(Api api) {
        UserId user = Fresh.user();
        Call form = Call.post("/images")
                .multipart(new Multipart()
                        .field("user_id", user.value())
                        .field("colour", "blue")
                        .file("file", "a.jpg", Api.SMALL)
                        .file("thumbnail", "t.jpg", Api.SMALL));
        Call json = Uploads.json("\"user_id\": \"%s\", \"image\": \"%s\", \"colour\": {\"deep\": [1, null, true]}"
                .formatted(user, Uploads.base64(Api.SMALL)));

        assertThat(api.send(form)).hasStatus(201);
        assertThat(api.send(json)).hasStatus(201);
        assertThat(api.send(Api.uploading(user, "colour", "blue"))).hasStatus(201);
    }

    @Test
    default void fieldsOfTheWrongTypeAreNamed(Api api) {
        String image = "\"image\": \"" + Uploads.base64(Api.SMALL) + "\"";
        String user = "\"user_id\": \"" + Fresh.user() + "\"";
        Map<String, String> wrong = Map.of(
                image + ", \"user_id\": 5", "user_id",
                user + ", \"image\": 5", "image",
                user + ", \"image\": [" + "1]", "image",
                user + ", " + image + ", \"title\": {}", "title",
                user + ", " + image + ", \"description\": []", "description",
                user + ", " + image + ", \"alt_text\": true", "alt_text",
                user + ", " + image + ", \"tags\": {\"a\": 1}", "tags",
                user + ", " + image + ", \"tags\": [\"a\", 1]", "tags[1]",
                user + ", " + image + ", \"custom\": \"x\"", "custom",
                user + ", " + image + ", \"custom\": {\"k\": 1}", "custom.k");

        wrong.forEach((members, field) ->
                assertThat(api.sendInVain(Uploads.json(members))).isProblem(400).naming(field));
        assertThat(api.sendInVain(Uploads.json(user + ", " + image + ", \"file_name\": 1")))
                .isProblem(400)
                .naming("file_name");
    }

    @Test
    default void tagsThatAreTooManyOrTooLongOrEmptyOrNone(Api api) {
        String eleven = IntStream.range(0, 11).mapToObj(i -> "t" + i).collect(Collectors.joining(","));

        assertRefused(api, "tags", eleven, "tags");
        assertRefused(api, "tags", "a," + "x".repeat(51), "tags[1]");
        assertRefused(api, "tags", "[\"a\", \"\"]", "tags[1]");
        assertRefused(api, "tags", "[\" \"]", "tags[0]");
        assertRefused(api, "tags", "a,b/c", "tags[1]");
        assertRefused(api, "tags", "[\"a\"", "tags");
    }

    @Test
    default void controlCharacters(Api api) {
        assertRefused(api, "title", "two\nlines", "title");
        assertRefused(api, "title", "a\u0000b", "title");
        assertRefused(api, "description", "a\u001Bb", "description");
        assertRefused(api, "alt_text", "a\u007Fb", "alt_text");
        assertRefused(api, "tags", "a\u0000b", "tags[0]");
        assertRefused(api, "filename", "a\u0007.jpg", "filename");
        assertRefused(api, "custom", "{\"k\": \"\\u0000\"}", "custom.k");
    }

    @Test
    default void loneSurrogates(Api api) {
        String image = "\"user_id\": \"%s\", \"image\": \"%s\"".formatted(Fresh.user(), Uploads.base64(Api.SMALL));

        for (String field : List.of("title", "description", "alt_text")) {
            assertThat(api.sendInVain(Uploads.json(image + ", \"" + field + "\": \"a\\uD800b\"")))
                    .isProblem(400)
                    .naming(field);
        }
        assertThat(api.sendInVain(Uploads.json(image + ", \"tags\": [\"\\uDC00\"]")))
                .isProblem(400)
                .naming("tags[0]");
        assertThat(api.sendInVain(Uploads.json(image + ", \"custom\": {\"k\": \"\\uD83C\"}")))
                .isProblem(400)
                .naming("custom.k");
        assertThat(api.sendInVain(Call.post("/images?user_id=" + Fresh.user() + "&title=%ED%A0%80")
                        .body("image/jpeg", Api.SMALL)))
                .isProblem(400)
                .naming("title");
        assertThat(api.sendInVain(Call.post("/images?user_id=" + Fresh.user() + "&title=%FF")
                        .body("image/jpeg", Api.SMALL)))
                .isProblem(400)
                .naming("title");
        assertThat(api.sendInVain(Call.post("/images?user_id=" + Fresh.user() + "&title=%E")
                        .body("image/jpeg", Api.SMALL)))
                .isProblem(400)
                .naming("title");
    }

    @Test
    default void aUserIdWithASlash(Api api) {
        String slash = "a/b";

        assertThat(api.sendInVain(
                        Call.post("/images").body("image/jpeg", Api.SMALL).query("user_id", slash)))
                .isProblem(400)
                .naming("user_id");
        assertThat(api.get("/images?user_id=a/b")).isProblem(400).naming("user_id");
        assertThat(api.get("/users/a%2Fb/images")).isProblem(400).naming("user_id");
        assertThat(api.get("/users/a%20b/trash")).isProblem(400).naming("user_id");
    }

    @Test
    default void queriesThatMeanNothing(Api api) {
        Map<String, String> wrong = Map.ofEntries(
                Map.entry("limit=0", "limit"),
                Map.entry("limit=abc", "limit"),
                Map.entry("limit=1.5", "limit"),
                Map.entry("limit=", "limit"),
                Map.entry("start_date=yesterday", "start_date"),
                Map.entry("start_date=2026-02-30", "start_date"),
                Map.entry("end_date=2026-13-01", "end_date"),
                Map.entry("end_date=2026-02-11T25:00:00Z", "end_date"),
                Map.entry("start_date=2026-02-12&end_date=2026-02-11", "start_date"),
                Map.entry("tag_match=some", "tag_match"),
                Map.entry("content_type=text/html", "content_type"),
                Map.entry("content_type=jpeg", "content_type"),
                Map.entry("tag=a/b", "tag"),
                Map.entry("tags=a,b!", "tags"),
                Map.entry("not_tags=%00", "not_tags"),
                Map.entry("tag=%", "tag"),
                Map.entry("user_id=a&user_id=b", "user_id"));

        wrong.forEach((query, field) ->
                assertThat(api.get("/images?" + query)).isProblem(400).naming(field));
        assertThat(api.get("/tags/a%2Fb/images")).isProblem(400).naming("tag");
        assertThat(api.get("/tags/%FF/images")).isProblem(400).naming("tag");
    }

    private static void assertRefused(Api api, String field, String value, String named) {
        Call form = Call.post("/images")
                .multipart(new Multipart()
                        .file("file", "a.jpg", Api.SMALL)
                        .field("user_id", Fresh.user().value())
                        .field(field, value));
        assertThat(api.sendInVain(form)).isProblem(400).naming(named);
        assertThat(api.sendInVain(Api.uploading(Fresh.user(), field, value)))
                .isProblem(400)
                .naming(named);
    }
}
