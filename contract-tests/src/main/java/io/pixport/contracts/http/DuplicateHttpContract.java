package io.pixport.contracts.http;

import static io.pixport.contracts.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.Digests;
import io.pixport.contracts.Fresh;
import io.pixport.contracts.ImageMaker;
import io.pixport.contracts.Multipart;
import io.pixport.core.model.Sha256;
import io.pixport.core.model.UserId;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The same bytes again: {@code on_duplicate}, and asking before a byte is sent. */
public interface DuplicateHttpContract extends HttpFixture {
    @Test
    default void theSameBytesAreAnotherImageUnlessItIsSaidOtherwise(Api api) {
        UserId user = Fresh.user();
        String first = api.uploaded(user);

        String second = api.uploaded(user);
        String third = api.uploaded(user, "on_duplicate", "keep");

        assertThat(api.ids("/images?user_id=" + user)).containsExactlyInAnyOrder(first, second, third);
    }

    @Test
    default void theImageOfTheSameBytesIsReturnedInWhicheverFormTheyCome(Api api) {
        UserId user = Fresh.user();
        String id = api.uploaded(user, "title", "The first");
        String base64 = Base64.getEncoder().encodeToString(Api.SMALL);

        for (Call call : List.of(
                Api.uploading(user, "on_duplicate", "return", "title", "Another"),
                Call.post("/images")
                        .json("{\"user_id\": \"%s\", \"image\": \"%s\", \"on_duplicate\": \"return\"}"
                                .formatted(user, base64)),
                Call.post("/images")
                        .multipart(new Multipart()
                                .field("user_id", user.value())
                                .field("on_duplicate", "return")
                                .file("file", "b.jpg", Api.SMALL)))) {
            assertThat(api.sendInVain(call))
                    .hasStatus(200)
                    .hasOnlyMembers("", Set.of("message", "image_id", "duplicate_of", "metadata"))
                    .has("/image_id", id)
                    .has("/duplicate_of", id)
                    .has("/metadata/title", "The first")
                    .isLocatedAt("/images/" + id);
        }
        assertThat(api.ids("/images?user_id=" + user)).containsExactly(id);
    }

    @Test
    default void whatIsNotThereYetIsStoredWhateverIsSaid(Api api) {
        UserId user = Fresh.user();
        String other = api.uploaded(user, ImageMaker.jpeg(60, 50));
        String anothers = api.uploaded(Fresh.user());

        Answer stored = api.upload(user, "on_duplicate", "return");

        assertThat(stored).hasStatus(201).has("/duplicate_of", null);
        assertThat(Api.idOf(stored)).isNotIn(other, anothers);
    }

    @Test
    default void anImageInTheTrashIsRestoredIfThatIsSaid(Api api) {
        UserId user = Fresh.user();
        String id = api.uploaded(user);
        assertThat(api.send(Call.delete("/images/" + id))).hasStatus(200);

        Answer restored = api.upload(user, "on_duplicate", "restore");

        assertThat(restored).hasStatus(200).has("/duplicate_of", id).has("/metadata/status", "active");
        assertThat(api.ids("/images?user_id=" + user)).containsExactly(id);
        assertThat(api.get("/users/" + user + "/trash")).has("/count", 0);
    }

    @Test
    default void anythingElseThanTheThreeIsRefused(Api api) {
        UserId user = Fresh.user();

        assertThat(api.sendInVain(Api.uploading(user, "on_duplicate", "replace")))
                .isProblem(400)
                .naming("on_duplicate");
        DirectUpload upload = DirectUpload.sent(api, DirectUpload.link(user, Api.SMALL), Api.SMALL);
        assertThat(api.send(upload.completing().query("on_duplicate", "replace")))
                .isProblem(400)
                .naming("on_duplicate");
    }

    @Test
    default void underOneKeyAnotherWishIsAnotherRequest(Api api) {
        UserId user = Fresh.user();
        String key = UUID.randomUUID().toString();
        String id = api.uploaded(user);
        Call returning = Api.uploading(user, "on_duplicate", "return").header("Idempotency-Key", key);

        assertThat(api.send(returning)).hasStatus(200);
        assertThat(api.send(returning))
                .hasStatus(200)
                .has("/duplicate_of", id)
                .hasHeader("Idempotency-Replayed", "true");
        assertThat(api.send(Api.uploading(user).header("Idempotency-Key", key))).isProblem(422);
    }

    @Test
    default void aDirectUploadOfWhatIsThereIsAnsweredByIt(Api api) {
        UserId user = Fresh.user();
        String id = api.uploaded(user);
        DirectUpload upload = DirectUpload.sent(api, DirectUpload.form(user), Api.SMALL);
        Call completing = upload.completing().query("on_duplicate", "return");

        for (int i = 0; i < 2; i++) {
            assertThat(api.send(completing))
                    .hasStatus(200)
                    .has("/image_id", id)
                    .has("/duplicate_of", id)
                    .has("/metadata/image_id", id)
                    .isLocatedAt("/images/" + id);
        }
        assertThat(upload.status())
                .hasStatus(200)
                .hasOnlyMembers("", Set.of("image_id", "status", "duplicate_of", "expires_in"))
                .has("/image_id", upload.id())
                .has("/status", "duplicate")
                .has("/duplicate_of", id);
        assertThat(api.get("/images/" + upload.id())).isProblem(404);
        assertThat(api.hasBytes(upload.id())).isFalse();
        assertThat(api.ids("/images?user_id=" + user)).containsExactly(id);
    }

    @Test
    default void oneCanAskForBytesBeforeSendingThem(Api api) {
        UserId user = Fresh.user();
        assertThat(api.send(asking(user, Api.SMALL))).hasStatus(404);
        String id = api.uploaded(user);

        Answer there = api.send(asking(user, Api.SMALL));

        assertThat(there).hasStatus(200).isLocatedAt("/images/" + id);
        assertThat(there.body()).isEmpty();
        assertThat(there.header("ETag")).isEqualTo(api.get("/images/" + id).header("ETag"));
        assertThat(api.send(asking(user, ImageMaker.jpeg(60, 50)))).hasStatus(404);
        assertThat(api.send(asking(Fresh.user(), Api.SMALL))).hasStatus(404);
        assertThat(api.send(Call.delete("/images/" + id))).hasStatus(200);
        assertThat(api.send(asking(user, Api.SMALL))).hasStatus(404);
    }

    @Test
    default void onesOwnBytesAreAskedForAlone(Api api) {
        UserId user = Fresh.user();
        api.uploaded(user);

        assertThat(api.send(asking(user, Api.SMALL).by(user))).hasStatus(200);
        assertThat(api.send(asking(user, Api.SMALL).by(Fresh.user()))).hasStatus(403);
        assertThat(api.send(
                        Call.head("/images").query("sha256", digest(Api.SMALL)).by(user)))
                .hasStatus(200);
        assertThat(api.send(Call.head("/images").query("sha256", digest(Api.SMALL))))
                .hasStatus(400);
        assertThat(api.send(Call.head("/images").query("user_id", user.value()).query("sha256", "abc")))
                .hasStatus(400);
    }

    private static Call asking(UserId user, byte[] bytes) {
        return Call.head("/images").query("user_id", user.value()).query("sha256", digest(bytes));
    }

    private static String digest(byte[] bytes) {
        Sha256 digest = Digests.sha256(bytes);
        return digest.hex();
    }
}
