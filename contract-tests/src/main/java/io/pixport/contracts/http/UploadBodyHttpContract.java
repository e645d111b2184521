package io.pixport.contracts.http;

import static io.pixport.contracts.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.Digests;
import io.pixport.contracts.Fresh;
import io.pixport.contracts.Images;
import io.pixport.contracts.Multipart;
import io.pixport.core.model.UserId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The three bodies that an upload may have: a form, JSON, or the bytes themselves. */
public interface UploadBodyHttpContract extends HttpFixture {
    @Test
    default void theFileMayBeInAPartNamedFileImageOrImageData(Api api) {
        for (String name : List.of("file", "image", "image_data")) {
            Multipart form =
                    new Multipart().field("user_id", Fresh.user().value()).file(name, "a.jpg", Api.SMALL);

            assertThat(api.send(Call.post("/images").multipart(form)))
                    .hasStatus(201)
                    .has("/metadata/size", Api.SMALL.length);
        }
    }

    @Test
    default void fieldsOfAFormMayComeBeforeOrAfterTheFile(Api api) {
        Multipart form = new Multipart()
                .field("title", "Before")
                .file("file", "a.jpg", Api.SMALL)
                .field("description", "After")
                .field("user_id", Fresh.user().value());

        assertThat(api.send(Call.post("/images").multipart(form)))
                .hasStatus(201)
                .has("/metadata/title", "Before")
                .has("/metadata/description", "After");
    }

    @Test
    default void theBytesMayBeBase64InJson(Api api) {
        UserId user = Fresh.user();
        for (String name : List.of("image", "image_data")) {
            String json = """
                    {"%s": "%s", "user_id": "%s", "title": "T", "description": "D", "alt_text": "A",
                     "tags": ["a", "b"], "custom": {"k": "v"}, "content_type": "image/jpeg"}""".formatted(name, Uploads.base64(Api.SMALL), user);

            assertThat(api.send(Call.post("/images").json(json)))
                    .hasStatus(201)
                    .has("/metadata/sha256", Digests.sha256(Api.SMALL).hex())
                    .has("/metadata/user_id", user.value())
                    .has("/metadata/title", "T")
                    .has("/metadata/description", "D")
                    .has("/metadata/alt_text", "A")
                    .has("/metadata/tags", List.of("a", "b"))
                    .has("/metadata/custom", Map.of("k", "v"));
        }
    }

    @Test
    default void aLargeImageMayBeBase64InJsonBeforeItsFields(Api api) {
        byte[] photo = Images.bytes("good/photo.jpg");
        String json = "{\"image\": \"%s\", \"user_id\": \"%s\"}".formatted(Uploads.base64(photo), Fresh.user());

        Answer answer = api.send(Call.post("/images").json(json));

        assertThat(answer)
                .hasStatus(201)
                .has("/metadata/sha256", Digests.sha256(photo).hex());
    }

    @Test
    default void theBytesMayBeADataUriInJson(Api api) {
        String json = "{\"user_id\": \"%s\", \"image\": \"data:image/jpeg;base64,%s\"}"
                .formatted(Fresh.user(), Uploads.base64(Api.SMALL));

        assertThat(api.send(Call.post("/images").json(json)))
                .hasStatus(201)
                .has("/metadata/sha256", Digests.sha256(Api.SMALL).hex());
    }

    @Test
    default void theFileNameInJsonIsFilenameOrFileName(Api api) {
        for (String name : List.of("filename", "file_name")) {
            String json = "{\"image\": \"%s\", \"user_id\": \"%s\", \"%s\": \"beach.jpg\"}"
                    .formatted(Uploads.base64(Api.SMALL), Fresh.user(), name);

            assertThat(api.send(Call.post("/images").json(json)))
                    .hasStatus(201)
                    .has("/metadata/file_name", "beach.jpg");
        }
    }

    @Test
    default void theBytesMayBeTheBodyAndTheFieldsTheQuery(Api api) {
        UserId user = Fresh.user();
        Call call = Call.post("/images")
                .body("image/jpeg", Api.SMALL)
                .query("user_id", user.value())
                .query("title", "Sonne & Meer")
                .query("description", "50 % blue")
                .query("alt_text", "A")
                .query("tags", "a,b")
                .query("filename", "sea.jpg")
                .query("custom", "{\"k\": \"v\"}");

        assertThat(api.send(call))
                .hasStatus(201)
                .has("/metadata/user_id", user.value())
                .has("/metadata/title", "Sonne & Meer")
                .has("/metadata/description", "50 % blue")
                .has("/metadata/alt_text", "A")
                .has("/metadata/tags", List.of("a", "b"))
                .has("/metadata/file_name", "sea.jpg")
                .has("/metadata/custom", Map.of("k", "v"));
    }

    @Test
    default void aBodyWhoseLengthIsNotAnnouncedIsTaken(Api api) {
        byte[] photo = Images.bytes("good/photo.jpg");
        Call call = Call.post("/images")
                .body("image/jpeg", photo)
                .query("user_id", Fresh.user().value())
                .unannounced();

        assertThat(api.send(call)).hasStatus(201).has("/metadata/size", photo.length);
    }

    @Test
    default void uploadIsAnotherNameForIt(Api api) {
        Call call = Call.post("/upload")
                .body("image/jpeg", Api.SMALL)
                .query("user_id", Fresh.user().value());

        Answer answer = api.send(call);

        assertThat(answer).hasStatus(201).has("/message", "Image uploaded successfully");
        assertThat(answer.header("Location")).endsWith("/images/" + Api.idOf(answer));
    }

    @Test
    default void tagsMeanTheSameInEveryForm(Api api) {
        List<String> tags = List.of("nature", "sunset");
        String user = Fresh.user().value();
        String image = Uploads.base64(Api.SMALL);
        List<Call> forms = List.of(
                form(user, "[\"nature\", \"sunset\"]"),
                form(user, "nature,sunset"),
                form(user, " nature , sunset "),
                form(user, "nature", "sunset"),
                json(user, image, "[\"nature\", \"sunset\"]"),
                json(user, image, "\"[\\\"nature\\\", \\\"sunset\\\"]\""),
                json(user, image, "\"nature,sunset\""),
                Api.uploading(new UserId(user), "tags", "nature,sunset"),
                Api.uploading(new UserId(user), "tags", "[\"nature\",\"sunset\"]"),
                Api.uploading(new UserId(user), "tags", "nature", "tags", "sunset"));

        assertThat(forms)
                .allSatisfy(call -> assertThat(api.send(call)).hasStatus(201).has("/metadata/tags", tags));
    }

    private static Call form(String user, String... tags) {
        Multipart form = new Multipart().file("file", "a.jpg", Api.SMALL).field("user_id", user);
        for (String value : tags) {
            form.field("tags", value);
        }
        return Call.post("/images").multipart(form);
    }

    private static Call json(String user, String image, String tags) {
        return Call.post("/images")
                .json("{\"user_id\": \"%s\", \"image\": \"%s\", \"tags\": %s}".formatted(user, image, tags));
    }
}
