package io.pixport.contracts.http;

import static io.pixport.contracts.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.Fresh;
import io.pixport.contracts.Images;
import io.pixport.contracts.Multipart;
import io.pixport.core.model.UserId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Uploads that are refused with a problem that names what is wrong, and of which nothing is stored or left behind. */
public interface BadInputHttpContract extends HttpFixture {
    @Test
    default void noFile(Api api) {
        UserId user = Fresh.user();

        assertThat(api.sendInVain(Uploads.form(user))).isProblem(400).naming("file");
        assertThat(api.sendInVain(Uploads.json("\"user_id\": \"" + user + "\"")))
                .isProblem(400)
                .naming("file");
        assertThat(api.sendInVain(Uploads.json("\"user_id\": \"" + user + "\", \"image\": null")))
                .isProblem(400)
                .naming("file");
    }

    @Test
    default void twoFiles(Api api) {
        String image = Uploads.base64(Api.SMALL);

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
        assertThat(api.sendInVain(Uploads.json("\"user_id\": \"%s\", \"image\": \"%s\", \"image_data\": \"%s\""
                        .formatted(Fresh.user(), image, image))))
                .isProblem(400)
                .naming("image_data");
    }

    @Test
    default void anEmptyFile(Api api) {
        UserId user = Fresh.user();

        assertThat(api.sendInVain(Uploads.form(user, "file", new byte[0])))
                .isProblem(400)
                .naming("file")
                .saying("empty");
        assertThat(api.sendInVain(Uploads.raw(user, new byte[0])))
                .isProblem(400)
                .naming("file")
                .saying("empty");
        assertThat(api.sendInVain(Uploads.image(user, "")))
                .isProblem(400)
                .naming("image")
                .saying("empty");
    }

    @Test
    default void aTextNamedJpg(Api api) {
        byte[] text = "This is not an image. ".repeat(200).getBytes(StandardCharsets.US_ASCII);
        UserId user = Fresh.user();

        assertThat(api.sendInVain(Uploads.form(user, "file", text)))
                .isProblem(415)
                .naming("file");
        assertThat(api.sendInVain(Uploads.raw(user, text))).isProblem(415).naming("file");
        assertThat(api.sendInVain(Uploads.image(user, Uploads.base64(text))))
                .isProblem(415)
                .naming("image");
    }

    @Test
    default void wrongBase64(Api api) {
        UserId user = Fresh.user();
        String right = Uploads.base64(Api.SMALL);

        for (String wrong : List.of("!!!!", right + "*", "A===" + right, "\\u20ac" + right)) {
            assertThat(api.sendInVain(Uploads.image(user, wrong)))
                    .isProblem(400)
                    .naming("image")
                    .saying("base64");
        }
    }

    @Test
    default void aDataUriOfAnotherType(Api api) {
        UserId user = Fresh.user();
        String jpeg = Uploads.base64(Api.SMALL);

        assertThat(api.sendInVain(Uploads.image(user, "data:text/plain;base64," + jpeg)))
                .isProblem(415)
                .naming("image");
        assertThat(api.sendInVain(Uploads.image(user, "data:image/png;base64," + jpeg)))
                .isProblem(422)
                .naming("image");
        assertThat(api.sendInVain(Uploads.image(user, "data:image/jpeg," + jpeg)))
                .isProblem(400)
                .naming("image");
    }

    @Test
    default void jsonTenThousandDeep(Api api) {
        String deep = "[".repeat(10_000) + "]".repeat(10_000);
        String image = Uploads.base64(Api.SMALL);
        UserId user = Fresh.user();

        assertThat(api.sendInVain(Call.post("/images").json(deep))).isProblem(400);
        assertThat(api.sendInVain(Uploads.json(
                        "\"user_id\": \"%s\", \"image\": \"%s\", \"custom\": %s".formatted(user, image, deep))))
                .isProblem(400);
        assertThat(api.sendInVain(Uploads.json("\"user_id\": \"%s\", \"unknown\": %s, \"image\": \"%s\""
                        .formatted(
                                user,
                                deep.replace("[", "{\"a\":").replace("]", "}").replace(":}", ":1}"),
                                image))))
                .isProblem(400);
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
}
