package io.pixport.contracts.http;

import static io.pixport.contracts.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.Digests;
import io.pixport.contracts.Fresh;
import io.pixport.contracts.Images;
import io.pixport.contracts.Multipart;
import io.pixport.core.model.ImageId;
import io.pixport.core.model.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What {@code POST /images} promises about the image that it stores. */
public interface UploadHttpContract extends HttpFixture {
    Set<String> IMAGE_MEMBERS = Set.of(
            "image_id",
            "user_id",
            "title",
            "description",
            "alt_text",
            "tags",
            "custom",
            "file_name",
            "content_type",
            "size",
            "width",
            "height",
            "frames",
            "sha256",
            "status",
            "upload_date",
            "updated_at",
            "version");

    @Test
    default void aMultipartUploadIsAnsweredWithTheWholeImage(Api api) {
        UserId user = Fresh.user();
        byte[] photo = Images.bytes("good/photo.jpg");
        Multipart form = new Multipart()
                .file("file", "sunset.jpg", "image/jpeg", photo)
                .field("user_id", user.value())
                .field("title", "Beautiful Sunset")
                .field("description", "A stunning sunset\nat the beach")
                .field("alt_text", "The sun over the sea")
                .field("tags", "sunset,nature")
                .field("custom", "{\"camera\": \"X100V\"}");

        Answer answer = api.send(Call.post("/images").multipart(form));

        assertThat(answer)
                .hasStatus(201)
                .hasHeader("Content-Type", "application/json")
                .hasOnlyMembers("", Set.of("message", "image_id", "metadata"))
                .hasOnlyMembers("/metadata", IMAGE_MEMBERS)
                .has("/message", "Image uploaded successfully")
                .has("/metadata/image_id", answer.at("/image_id"))
                .has("/metadata/user_id", user.value())
                .has("/metadata/title", "Beautiful Sunset")
                .has("/metadata/description", "A stunning sunset\nat the beach")
                .has("/metadata/alt_text", "The sun over the sea")
                .has("/metadata/tags", List.of("sunset", "nature"))
                .has("/metadata/custom", Map.of("camera", "X100V"))
                .has("/metadata/file_name", "sunset.jpg")
                .has("/metadata/content_type", "image/jpeg")
                .has("/metadata/size", photo.length)
                .has("/metadata/width", 3264)
                .has("/metadata/height", 2448)
                .has("/metadata/frames", 1)
                .has("/metadata/sha256", Digests.sha256(photo).hex())
                .has("/metadata/status", "active")
                .hasTime("/metadata/upload_date", api.clock().instant())
                .hasTime("/metadata/updated_at", api.clock().instant())
                .has("/metadata/version", 1);
    }

    @Test
    default void timesAreInUtcWithMilliseconds(Api api) {
        Answer answer = api.upload(Fresh.user());

        assertThat(answer.textAt("/metadata/upload_date"))
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(Instant.parse(answer.textAt("/metadata/upload_date")))
                .isEqualTo(api.clock().instant());
    }

    @Test
    default void theLocationOfTheAnswerIsWhereTheImageIs(Api api) {
        Answer answer = api.upload(Fresh.user());

        assertThat(answer.header("Location")).endsWith("/images/" + Api.idOf(answer));
        assertThat(api.follow(answer.header("Location"))).hasStatus(200).has("/image_id", Api.idOf(answer));
    }

    @Test
    default void whatIsNotSaidIsNullOrEmpty(Api api) {
        assertThat(api.upload(Fresh.user()))
                .hasStatus(201)
                .hasOnlyMembers("/metadata", IMAGE_MEMBERS)
                .has("/metadata/title", null)
                .has("/metadata/description", null)
                .has("/metadata/alt_text", null)
                .has("/metadata/file_name", null)
                .has("/metadata/tags", List.of())
                .has("/metadata/custom", Map.of());
    }

    @Test
    default void whatIsBlankIsAsIfItWereNotSaid(Api api) {
        assertThat(api.upload(Fresh.user(), "title", "", "description", "  "))
                .hasStatus(201)
                .has("/metadata/title", null)
                .has("/metadata/description", null);
    }

    @Test
    default void tagsAreTrimmedComposedLowerCasedAndEachThereOnce(Api api) {
        assertThat(api.upload(Fresh.user(), "tags", " Sunset ,NEW YORK,sunset,Mu\u0308ller,m\u00FCller"))
                .hasStatus(201)
                .has("/metadata/tags", List.of("sunset", "new york", "m\u00FCller"));
    }

    @Test
    default void whatTheBytesAreIsReadFromTheBytesAndNotBelieved(Api api) {
        byte[] png = Images.bytes("good/rgba.png");
        String user = Fresh.user().value();
        String json = "{\"user_id\": \"%s\", \"image\": \"%s\", \"content_type\": \"image/gif\"}"
                .formatted(user, Uploads.base64(png));
        List<Call> calls = List.of(
                Call.post("/images").body("image/webp", png).query("user_id", user),
                Call.post("/images").json(json),
                Call.post("/images")
                        .multipart(new Multipart()
                                .file("file", "a.jpg", "image/jpeg", png)
                                .field("user_id", user)));

        assertThat(calls).allSatisfy(call -> assertThat(api.send(call))
                .hasStatus(201)
                .has("/metadata/content_type", "image/png")
                .has("/metadata/width", 200)
                .has("/metadata/height", 150));
    }

    @Test
    default void widthAndHeightAreAsDisplayed(Api api) {
        Answer turned = api.send(Call.post("/images")
                .body("image/jpeg", Images.bytes("good/camera.jpg"))
                .query("user_id", Fresh.user().value()));

        assertThat(turned).hasStatus(201).has("/metadata/width", 1536).has("/metadata/height", 2048);
    }

    @Test
    default void theFileNameOfAFormIsThatOfItsPartUnlessAFieldSaysOtherwise(Api api) {
        String user = Fresh.user().value();
        Multipart part = new Multipart().file("file", "part.jpg", Api.SMALL).field("user_id", user);
        Multipart field = new Multipart()
                .file("file", "part.jpg", Api.SMALL)
                .field("user_id", user)
                .field("filename", "field.jpg");

        assertThat(api.send(Call.post("/images").multipart(part))).has("/metadata/file_name", "part.jpg");
        assertThat(api.send(Call.post("/images").multipart(field))).has("/metadata/file_name", "field.jpg");
    }

    @Test
    default void ofAPathOnlyTheNameIsKept(Api api) {
        assertThat(api.upload(Fresh.user(), "filename", "../../etc/passwd.jpg"))
                .has("/metadata/file_name", "passwd.jpg");
        assertThat(api.upload(Fresh.user(), "filename", "C:\\Photos\\beach.jpg"))
                .has("/metadata/file_name", "beach.jpg");
    }

    @Test
    default void namesAndTextsMayBeInAnyScript(Api api) {
        Multipart form = new Multipart()
                .file("file", "M\u00E4rchen \u6D77.jpg", Api.SMALL)
                .field("user_id", Fresh.user().value())
                .field("title", "\u6D77\u306E\u5915\u65E5 \uD83C\uDF05");

        assertThat(api.send(Call.post("/images").multipart(form)))
                .hasStatus(201)
                .has("/metadata/file_name", "M\u00E4rchen \u6D77.jpg")
                .has("/metadata/title", "\u6D77\u306E\u5915\u65E5 \uD83C\uDF05");
    }

    @Test
    default void theSameBytesTwiceAreTwoImages(Api api) {
        UserId user = Fresh.user();

        String first = api.uploaded(user);
        String second = api.uploaded(user);

        assertThat(second).isNotEqualTo(first);
        assertThat(api.ids("/images?user_id=" + user)).containsExactly(second, first);
    }

    @Test
    default void idsAreOrderedByTime(Api api) {
        ImageId first = ImageId.parse(api.uploaded(Fresh.user())).orElseThrow();
        ImageId second = ImageId.parse(api.uploaded(Fresh.user())).orElseThrow();
        api.clock().advance(Duration.ofSeconds(1));
        ImageId third = ImageId.parse(api.uploaded(Fresh.user())).orElseThrow();

        assertThat(first).isLessThan(second);
        assertThat(second).isLessThan(third);
        assertThat(third.timestamp()).isEqualTo(api.clock().instant());
    }
}
