package io.pixport.contracts.http;

import static io.pixport.contracts.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.Fresh;
import io.pixport.contracts.Images;
import io.pixport.core.model.UserId;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Uploads that are refused with a problem that names what is wrong, and of which nothing is stored or left behind. */
public interface BadInputHttpContract extends HttpFixture {
    int ELEVEN_MEGABYTES = 11 * 1024 * 1024;

    @Test
    default void noFile(Api api) {
        UserId user = Fresh.user();

        assertThat(api.sendInVain(form(user))).isProblem(400).naming("file");
        assertThat(api.sendInVain(json("\"user_id\": \"" + user + "\"")))
                .isProblem(400)
                .naming("file");
        assertThat(api.sendInVain(json("\"user_id\": \"" + user + "\", \"image\": null")))
                .isProblem(400)
                .naming("file");
    }

    @Test
    default void twoFiles(Api api) {
        String image = base64(Api.SMALL);

        assertThat(api.sendInVain(Call.post("/images")
                        .multipart(new Multipart()
                                .field("user_id", Fresh.user().value())
                                .file("file", "a.jpg", Api.SMALL)
                                .file("file", "b.jpg", Api.SMALL))))
                .isProblem(400)
                .naming("file");
        assertThat(api.sendInVain(Call.post("/images")
                        .multipart(new Multipart()
                                .file("image", "a.jpg", Images.bytes("good/photo.jpg"))
                                .file("image_data", "b.jpg", Images.bytes("good/photo.jpg"))
                                .field("user_id", Fresh.user().value()))))
                .isProblem(400)
                .naming("image_data");
        assertThat(api.sendInVain(json("\"user_id\": \"%s\", \"image\": \"%s\", \"image_data\": \"%s\""
                        .formatted(Fresh.user(), image, image))))
                .isProblem(400)
                .naming("image_data");
    }

    @Test
    default void anEmptyFile(Api api) {
        UserId user = Fresh.user();

        assertThat(api.sendInVain(form(user, "file", new byte[0])))
                .isProblem(400)
                .naming("file")
                .saying("empty");
        assertThat(api.sendInVain(raw(user, new byte[0])))
                .isProblem(400)
                .naming("file")
                .saying("empty");
        assertThat(api.sendInVain(image(user, "")))
                .isProblem(400)
                .naming("image")
                .saying("empty");
    }

    @Test
    default void aTextNamedJpg(Api api) {
        byte[] text = "This is not an image. ".repeat(200).getBytes(StandardCharsets.US_ASCII);
        UserId user = Fresh.user();

        assertThat(api.sendInVain(form(user, "file", text))).isProblem(415).naming("file");
        assertThat(api.sendInVain(raw(user, text))).isProblem(415).naming("file");
        assertThat(api.sendInVain(image(user, base64(text)))).isProblem(415).naming("image");
    }

    @Test
    default void wrongBase64(Api api) {
        UserId user = Fresh.user();
        String right = base64(Api.SMALL);

        for (String wrong : List.of("!!!!", right + "*", "A===" + right, "\\u20ac" + right)) {
            assertThat(api.sendInVain(image(user, wrong)))
                    .isProblem(400)
                    .naming("image")
                    .saying("base64");
        }
    }

    @Test
    default void aDataUriOfAnotherType(Api api) {
        UserId user = Fresh.user();
        String jpeg = base64(Api.SMALL);

        assertThat(api.sendInVain(image(user, "data:text/plain;base64," + jpeg)))
                .isProblem(415)
                .naming("image");
        assertThat(api.sendInVain(image(user, "data:image/png;base64," + jpeg)))
                .isProblem(422)
                .naming("image");
        assertThat(api.sendInVain(image(user, "data:image/jpeg," + jpeg)))
                .isProblem(400)
                .naming("image");
    }

    @Test
    default void jsonTenThousandDeep(Api api) {
        String deep = "[".repeat(10_000) + "]".repeat(10_000);
        String image = base64(Api.SMALL);
        UserId user = Fresh.user();

        assertThat(api.sendInVain(Call.post("/images").json(deep))).isProblem(400);
        assertThat(api.sendInVain(
                        json("\"user_id\": \"%s\", \"image\": \"%s\", \"custom\": %s".formatted(user, image, deep))))
                .isProblem(400);
        assertThat(api.sendInVain(json("\"user_id\": \"%s\", \"unknown\": %s, \"image\": \"%s\""
                        .formatted(
                                user,
                                deep.replace("[", "{\"a\":").replace("]", "}").replace(":}", ":1}"),
                                image))))
                .isProblem(400);
    }

    @Test
    default void elevenMegabytesThatAreAnnouncedAreRefusedUnread(Api api) {
        for (String type : List.of("image/jpeg", new Multipart().contentType())) {
            assertThat(api.sendInVain(upload(Fresh.user()).body(type, Body.unread(ELEVEN_MEGABYTES))))
                    .isProblem(413)
                    .has("/limit", 10 * 1024 * 1024);
        }
        assertThat(api.sendInVain(upload(Fresh.user()).body("application/json", Body.unread(2L * ELEVEN_MEGABYTES))))
                .isProblem(413)
                .has("/limit", 10 * 1024 * 1024);
    }

    @Test
    default void bytesWithoutEndAreRefusedAsSoonAsTheyAreTooMany(Api api) {
        UserId user = Fresh.user();
        Multipart form = new Multipart().field("user_id", user.value()).file("file", "a.jpg", Api.SMALL);
        byte[] beginning = form.bytesWithoutEnd();
        byte[] unfinished = Arrays.copyOf(beginning, beginning.length - 2);
        String json = "{\"user_id\": \"%s\", \"title\": \"".formatted(user);

        for (Call call : List.of(
                upload(user).body("image/jpeg", Body.endless(Api.SMALL)),
                upload(user).body(form.contentType(), Body.endless(unfinished)),
                upload(user).body("application/json", Body.endless(json.getBytes(StandardCharsets.US_ASCII))))) {
            assertThat(api.sendInVain(call)).isProblem(413).has("/limit", 10 * 1024 * 1024);
        }
    }

    @Test
    default void aMultipartWithoutAnEnd(Api api) {
        Multipart form = new Multipart().field("user_id", Fresh.user().value()).file("file", "a.jpg", Api.SMALL);
        byte[] whole = form.bytes();
        byte[] cutInTheFile = Arrays.copyOf(whole, whole.length / 2);

        for (byte[] cut : List.of(form.bytesWithoutEnd(), cutInTheFile, new byte[0], whole.clone())) {
            String type = cut.length == whole.length ? "multipart/form-data" : form.contentType();
            assertThat(api.sendInVain(Call.post("/images").body(type, cut))).isProblem(400);
        }
    }

    @Test
    default void aMultipartThatIsNone(Api api) {
        byte[] noise = Fresh.bytes(100_000);

        assertThat(api.sendInVain(Call.post("/images").body(new Multipart().contentType(), noise)))
                .isProblem(400);
        assertThat(api.sendInVain(Call.post("/images").body("multipart/form-data; boundary=", noise)))
                .isProblem(400);
    }

    @Test
    default void malformedJson(Api api) {
        for (String json :
                List.of("", "{", "{\"image\": ", "[]", "null", "{\"image\": \"A\"} {}", "{\"a\":1,\"a\":2}")) {
            assertThat(api.sendInVain(Call.post("/images").json(json))).isProblem(400);
        }
    }

    @Test
    default void unknownFieldsAreIgnored(Api api) {
        UserId user = Fresh.user();
        Call form = Call.post("/images")
                .multipart(new Multipart()
                        .field("user_id", user.value())
                        .field("colour", "blue")
                        .file("file", "a.jpg", Api.SMALL)
                        .file("thumbnail", "t.jpg", Api.SMALL));
        Call json = json("\"user_id\": \"%s\", \"image\": \"%s\", \"colour\": {\"deep\": [1, null, true]}"
                .formatted(user, base64(Api.SMALL)));

        assertThat(api.send(form)).hasStatus(201);
        assertThat(api.send(json)).hasStatus(201);
        assertThat(api.send(Api.uploading(user, "colour", "blue"))).hasStatus(201);
    }

    @Test
    default void fieldsOfTheWrongTypeAreNamed(Api api) {
        String image = "\"image\": \"" + base64(Api.SMALL) + "\"";
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
                assertThat(api.sendInVain(json(members))).isProblem(400).naming(field));
        assertThat(api.sendInVain(json(user + ", " + image + ", \"file_name\": 1")))
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
        String image = "\"user_id\": \"%s\", \"image\": \"%s\"".formatted(Fresh.user(), base64(Api.SMALL));

        for (String field : List.of("title", "description", "alt_text")) {
            assertThat(api.sendInVain(json(image + ", \"" + field + "\": \"a\\uD800b\"")))
                    .isProblem(400)
                    .naming(field);
        }
        assertThat(api.sendInVain(json(image + ", \"tags\": [\"\\uDC00\"]")))
                .isProblem(400)
                .naming("tags[0]");
        assertThat(api.sendInVain(json(image + ", \"custom\": {\"k\": \"\\uD83C\"}")))
                .isProblem(400)
                .naming("custom.k");
        assertThat(api.sendInVain(raw(Fresh.user(), Api.SMALL, "&title=%ED%A0%80")))
                .isProblem(400)
                .naming("title");
        assertThat(api.sendInVain(raw(Fresh.user(), Api.SMALL, "&title=%FF")))
                .isProblem(400)
                .naming("title");
        assertThat(api.sendInVain(raw(Fresh.user(), Api.SMALL, "&title=%E")))
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

    @Test
    default void aClientThatHangsUpHalfway(Api api) {
        byte[] photo = Images.bytes("good/photo.jpg");
        UserId user = Fresh.user();
        Multipart form = new Multipart().field("user_id", user.value()).file("file", "a.jpg", photo);
        String json = "{\"user_id\": \"%s\", \"image\": \"%s\"}".formatted(user, base64(photo));

        assertHangUpLeavesNothing(api, "image/jpeg", photo);
        assertHangUpLeavesNothing(api, form.contentType(), form.bytes());
        assertHangUpLeavesNothing(api, "application/json", json.getBytes(StandardCharsets.US_ASCII));
    }

    private static void assertHangUpLeavesNothing(Api api, String type, byte[] body) {
        Api.Footprint before = api.footprint();
        Body halfway = Body.hangingUp(body, body.length / 2, api::awaitSpooled);
        try {
            assertThat(api.send(upload(Fresh.user()).body(type, halfway))).isProblem(400);
        } catch (UncheckedIOException nobodyIsThereToBeAnswered) {
            assertThat(nobodyIsThereToBeAnswered).isNotNull();
        }
        api.leftBehind(before);
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

    private static Call upload(UserId user) {
        return Call.post("/images").query("user_id", user.value());
    }

    private static Call raw(UserId user, byte[] bytes) {
        return upload(user).body("image/jpeg", bytes);
    }

    private static Call raw(UserId user, byte[] bytes, String moreQuery) {
        return Call.post("/images?user_id=" + user + moreQuery).body("image/jpeg", bytes);
    }

    private static Call form(UserId user) {
        return Call.post("/images")
                .multipart(new Multipart().field("user_id", user.value()).field("title", "T"));
    }

    private static Call form(UserId user, String part, byte[] bytes) {
        return Call.post("/images")
                .multipart(new Multipart().field("user_id", user.value()).file(part, "a.jpg", "image/jpeg", bytes));
    }

    private static Call image(UserId user, String base64) {
        return json("\"user_id\": \"%s\", \"image\": \"%s\"".formatted(user, base64));
    }

    private static Call json(String members) {
        return Call.post("/images").json("{" + members + "}");
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
