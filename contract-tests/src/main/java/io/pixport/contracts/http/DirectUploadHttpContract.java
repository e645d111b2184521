package io.pixport.contracts.http;

import static io.pixport.contracts.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.AtOnce;
import io.pixport.contracts.Fresh;
import io.pixport.contracts.ImageMaker;
import io.pixport.contracts.Images;
import io.pixport.core.model.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An image that goes straight to the store: reserved, sent by a link or a form, and completed. */
public interface DirectUploadHttpContract extends HttpFixture {
    @Test
    default void anImageSentByALinkIsThereOnceItIsComplete(Api api) {
        UserId user = Fresh.user();

        assertBecomesAnImage(api, user, DirectUpload.link(user, Api.SMALL), "PUT", "headers");
    }

    @Test
    default void anImageSentByAFormIsThereOnceItIsComplete(Api api) {
        UserId user = Fresh.user();

        assertBecomesAnImage(api, user, DirectUpload.form(user), "POST", "fields");
    }

    private static void assertBecomesAnImage(Api api, UserId user, Call asking, String method, String what) {
        DirectUpload upload = DirectUpload.reserve(api, asking);
        String id = upload.id();
        assertThat(upload.reserved())
                .hasOnlyMembers("", Set.of("image_id", "status", "upload", "expires_in"))
                .hasOnlyMembers("/upload", Set.of("method", "url", what))
                .has("/status", "pending")
                .has("/upload/method", method)
                .has("/expires_in", 3600)
                .isLocatedAt(upload.path())
                .hasHeader("Cache-Control", "private, no-store");
        api.clock().advance(Duration.ofSeconds(10));
        assertThat(upload.status())
                .hasStatus(200)
                .hasOnlyMembers("", Set.of("image_id", "status", "expires_in"))
                .has("/image_id", id)
                .has("/status", "pending")
                .has("/expires_in", 3590);
        assertThat(upload.send(Api.SMALL).status()).isBetween(200, 299);
        assertThat(api.get("/images/" + id)).isProblem(404);
        assertThat(api.ids("/images?user_id=" + user)).isEmpty();

        Answer completed = upload.complete();

        assertThat(completed)
                .hasStatus(200)
                .isLocatedAt("/images/" + id)
                .hasOnlyMembers("", Set.of("image_id", "status", "metadata"))
                .hasOnlyMembers("/metadata", UploadHttpContract.IMAGE_MEMBERS)
                .has("/image_id", id)
                .has("/status", "active")
                .has("/metadata/status", "active")
                .has("/metadata/user_id", user.value())
                .has("/metadata/width", 100)
                .has("/metadata/size", Api.SMALL.length)
                .hasTime("/metadata/upload_date", api.clock().instant());
        assertThat(api.get("/images/" + id)).hasStatus(200).has("/metadata", completed.at("/metadata"));
        assertThat(api.get("/images/" + id + "/content").body()).isEqualTo(Api.SMALL);
        assertThat(api.ids("/images?user_id=" + user)).containsExactly(id);
        assertThat(upload.status())
                .hasStatus(200)
                .hasHeader("ETag", completed.header("ETag"))
                .has("", completed.at(""));
    }

    @Test
    default void theImageIsWhatTheReservationSaid(Api api) {
        UserId user = Fresh.user();
        Call asking = DirectUpload.asking("""
                "user_id": "%s", "content_type": "image/jpg", "file_name": "sea.jpg", "title": "T", "description": "D",
                "alt_text": "A", "tags": "sea, sky", "custom": {"camera": "X100V"}, "expires_in": 600""".formatted(user));
        DirectUpload upload = DirectUpload.sent(api, asking, Api.SMALL);

        assertThat(upload.reserved()).has("/expires_in", 600);
        assertThat(upload.complete())
                .hasStatus(200)
                .has("/metadata/file_name", "sea.jpg")
                .has("/metadata/title", "T")
                .has("/metadata/description", "D")
                .has("/metadata/alt_text", "A")
                .has("/metadata/tags", List.of("sea", "sky"))
                .has("/metadata/custom/camera", "X100V");
    }

    @Test
    default void aFormCanBeAskedForWhereALinkCouldBeMade(Api api) {
        Call asking = DirectUpload.asking(
                "\"user_id\": \"%s\", \"content_type\": \"image/jpeg\", \"size\": %d, \"method\": \"POST\""
                        .formatted(Fresh.user(), Api.SMALL.length - 1));
        DirectUpload upload = DirectUpload.reserve(api, asking);

        assertThat(upload.reserved()).has("/upload/method", "POST");
        assertThat(upload.send(Api.SMALL).status()).isBetween(400, 499);
        assertThat(upload.complete()).isProblem(409);
    }

    @Test
    default void whatIsSentByTheLinkAfterCompletionHasNoEffect(Api api) {
        DirectUpload upload = DirectUpload.sent(api, DirectUpload.link(Fresh.user(), Api.SMALL), Api.SMALL);
        assertThat(upload.complete()).hasStatus(200);

        assertThat(upload.send(Api.SMALL).status()).isBetween(400, 499);
        assertThat(upload.send(ImageMaker.jpegOfSize(Api.SMALL.length)).status())
                .isBetween(400, 499);

        assertThat(api.get("/images/" + upload.id() + "/content").body()).isEqualTo(Api.SMALL);
    }

    @Test
    default void whatIsSentByTheFormAfterCompletionHasNoEffect(Api api) {
        DirectUpload upload = DirectUpload.sent(api, DirectUpload.form(Fresh.user()), Api.SMALL);
        Answer completed = upload.complete();

        assertThat(upload.send(ImageMaker.jpegOfSize(5000)).status()).isBetween(200, 299);

        assertThat(upload.complete()).hasStatus(200).has("", completed.at(""));
        assertThat(api.get("/images/" + upload.id() + "/content").body()).isEqualTo(Api.SMALL);
    }

    @Test
    default void otherBytesThanTheLinkWasMadeForAreRefusedAndTheReservationStays(Api api) {
        DirectUpload upload = DirectUpload.reserve(api, DirectUpload.link(Fresh.user(), Api.SMALL));

        assertThat(upload.send(ImageMaker.jpegOfSize(Api.SMALL.length)).status())
                .isBetween(400, 499);

        assertThat(upload.complete()).isProblem(409).saying("no bytes have arrived");
        assertThat(upload.status()).has("/status", "pending");
        assertThat(upload.send(Api.SMALL).status()).isBetween(200, 299);
        assertThat(upload.complete()).hasStatus(200);
    }

    @Test
    default void whatIsNotAWholeImageIsRejectedAndSaysWhy(Api api) {
        byte[] broken = Images.bytes("bad/truncated.jpg");
        for (Call asking : List.of(DirectUpload.link(Fresh.user(), broken), DirectUpload.form(Fresh.user()))) {
            DirectUpload upload = DirectUpload.sent(api, asking, broken);

            assertThat(upload.complete()).isProblem(422).naming("file").saying("not a whole JPEG image");

            assertThat(upload.complete()).isProblem(422).naming("file");
            assertThat(upload.status())
                    .hasStatus(200)
                    .hasOnlyMembers("", Set.of("image_id", "status", "errors", "expires_in"))
                    .hasOnlyMembers("/errors/0", Set.of("field", "message"))
                    .has("/status", "rejected")
                    .has("/errors/0/field", "file");
            assertThat(api.hasBytes(upload.id())).isFalse();
            assertThat(api.get("/images/" + upload.id())).isProblem(404);
        }
    }

    @Test
    default void whatIsTooLargeOrOfNoFormatIsRejectedLikeAllElse(ApiBuilder builder) {
        Api api = builder.start();
        for (String name : List.of("bad/html_named.jpg", "bad/avif.avif", "bad/too_wide.jpg")) {
            byte[] bytes = Images.bytes(name);
            DirectUpload upload = DirectUpload.sent(api, DirectUpload.form(Fresh.user()), bytes);

            assertThat(upload.complete()).isProblem(422).naming("file");
        }
    }

    @Test
    default void anotherFormatThanAnnouncedIsRejected(Api api) {
        byte[] png = ImageMaker.png(50, 50);
        DirectUpload upload = DirectUpload.sent(api, DirectUpload.link(Fresh.user(), png), png);

        assertThat(upload.complete()).isProblem(422).naming("content_type").saying("image/png");
    }

    @Test
    default void completingTwiceOrFromTwoPlacesAnswersTheSame(Api api) {
        for (Call asking : List.of(DirectUpload.link(Fresh.user(), Api.SMALL), DirectUpload.form(Fresh.user()))) {
            DirectUpload upload = DirectUpload.sent(api, asking, Api.SMALL);

            List<Answer> answers = AtOnce.call(2, i -> upload.complete());

            assertThat(answers).allSatisfy(answer -> assertThat(answer).hasStatus(200));
            assertThat(answers.get(0).body()).isEqualTo(answers.get(1).body());
            assertThat(upload.complete().body()).isEqualTo(answers.get(0).body());
        }
    }

    @Test
    default void aReservationThatExpiredIsNotFound(Api api) {
        DirectUpload upload = DirectUpload.sent(api, DirectUpload.link(Fresh.user(), Api.SMALL), Api.SMALL);
        api.clock().advance(Duration.ofHours(1).minusMillis(1));
        assertThat(upload.status()).hasStatus(200).has("/expires_in", 0);

        api.clock().advance(Duration.ofMillis(1));

        assertThat(upload.complete()).isProblem(404);
        assertThat(upload.status()).isProblem(404);
    }

    @Test
    default void aDeletedImageIsNoUploadAnyMore(Api api) {
        DirectUpload upload = DirectUpload.sent(api, DirectUpload.link(Fresh.user(), Api.SMALL), Api.SMALL);
        assertThat(upload.complete()).hasStatus(200);
        assertThat(api.send(Call.delete("/images/" + upload.id()))).hasStatus(200);

        assertThat(upload.complete()).isProblem(404).has("/error", "Image not found");
        assertThat(upload.status()).isProblem(404);
    }

    @Test
    default void whatWasNeverReservedIsNotFound(Api api) {
        String id = "/uploads/a1b2c3d4-e5f6-7890-abcd-ef1234567890";

        assertThat(api.get(id)).isProblem(404);
        assertThat(api.send(Call.post(id + "/complete"))).isProblem(404);
        assertThat(api.get("/uploads")).isProblem(405);
    }

    @Test
    default void aReservationIsItsOwnersAlone(Api api) {
        UserId owner = Fresh.user();
        DirectUpload upload = DirectUpload.sent(api, DirectUpload.link(owner, Api.SMALL), Api.SMALL);
        UserId other = Fresh.user();

        assertThat(api.send(Call.get(upload.path()).by(other))).isProblem(403);
        assertThat(api.send(upload.completing().by(other))).isProblem(403);
        assertThat(api.send(upload.completing().query("user_id", other.value())))
                .isProblem(403);
        assertThat(api.sendInVain(DirectUpload.form(owner).by(other))).isProblem(403);

        assertThat(api.send(Call.get(upload.path()).by(owner))).hasStatus(200).has("/status", "pending");
        assertThat(api.send(upload.completing().by(owner))).hasStatus(200);
    }

    @Test
    default void whoUploadsHasToBeNamedWhereAGatewayNamesCallers(ApiBuilder builder) {
        Api api = builder.callersNamed().start();
        UserId owner = Fresh.user();
        Call asking = DirectUpload.asking("\"content_type\": \"image/jpeg\"");

        assertThat(api.sendInVain(asking)).isProblem(401);
        DirectUpload upload = DirectUpload.sent(api, asking.by(owner), Api.SMALL);
        assertThat(upload.status()).isProblem(401);
        assertThat(upload.complete()).isProblem(401);
        assertThat(api.send(upload.completing().by(owner))).hasStatus(200).has("/metadata/user_id", owner.value());
    }

    @Test
    default void underABasePathEverythingIsFoundAsItIsToldInAnswers(ApiBuilder builder) {
        Api api = builder.basePath("/dev").start();
        Call asking = DirectUpload.link(Fresh.user(), Api.SMALL);
        DirectUpload upload =
                DirectUpload.sent(api, new Call("POST", "/dev/uploads", asking.headers(), asking.body()), Api.SMALL);

        assertThat(upload.reserved()).isLocatedAt("/dev" + upload.path());
        assertThat(api.follow(upload.reserved().header("Location")))
                .hasStatus(200)
                .has("/status", "pending");
        assertThat(api.send(Call.post("/dev" + upload.path() + "/complete")))
                .hasStatus(200)
                .isLocatedAt("/dev/images/" + upload.id());
    }
}
