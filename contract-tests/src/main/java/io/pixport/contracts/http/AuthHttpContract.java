package io.pixport.contracts.http;

import static io.pixport.contracts.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.Fresh;
import io.pixport.core.model.UserId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may do what, where anybody may be anybody, and where a gateway says who is asking. */
public interface AuthHttpContract extends HttpFixture {
    @Test
    default void theCallerOwnsWhatHeUploads(Api api) {
        UserId user = Fresh.user();

        assertThat(api.send(Call.post("/images").body("image/jpeg", Api.SMALL).by(user)))
                .hasStatus(201)
                .has("/metadata/user_id", user.value());
    }

    @Test
    default void anUploadIsSomebodys(Api api) {
        assertThat(api.sendInVain(Call.post("/images").body("image/jpeg", Api.SMALL)))
                .isProblem(400)
                .naming("user_id");
    }

    @Test
    default void nobodyUploadsInTheNameOfAnother(Api api) {
        assertThat(api.sendInVain(Api.uploading(Fresh.user()).by(Fresh.user()))).isProblem(403);
    }

    @Test
    default void theOwnerMayDoEverything(Api api) {
        UserId owner = Fresh.user();
        String image = "/images/" + api.uploaded(owner);

        for (Call call : writes(image)) {
            assertThat(api.send(call.by(owner))).hasStatus(200);
        }
    }

    @Test
    default void anotherMayDoNothing(Api api) {
        String image = "/images/" + api.uploaded(Fresh.user(), "title", "Old");
        String trashed = "/images/" + api.uploaded(Fresh.user());
        assertThat(api.send(Call.delete(trashed))).hasStatus(200);

        for (Call call : writes(image)) {
            assertThat(api.send(call.by(Fresh.user()))).isProblem(403);
        }
        assertThat(api.send(Call.post(trashed + "/restore").by(Fresh.user()))).isProblem(403);

        assertThat(api.get(image)).hasStatus(200).has("/metadata/title", "Old").has("/metadata/version", 1);
        assertThat(api.get(trashed)).isProblem(404);
    }

    @Test
    default void nobodyInParticularMayDoEverythingWhereAnybodyMayBeAnybody(Api api) {
        for (Call call : writes("/images/" + api.uploaded(Fresh.user()))) {
            assertThat(api.send(call)).hasStatus(200);
        }
    }

    @Test
    default void theUserIdOfARequestNamesItsCallerWhereAnybodyMayBeAnybody(Api api) {
        UserId owner = Fresh.user();
        String image = "/images/" + api.uploaded(owner);

        for (Call call : writes(image)) {
            assertThat(api.send(call.query("user_id", Fresh.user().value()))).isProblem(403);
        }
        for (Call call : writes(image)) {
            assertThat(api.send(call.query("user_id", owner.value()))).hasStatus(200);
        }
    }

    @Test
    default void aUserIdThatIsNotTheCallersIsRefused(Api api) {
        UserId owner = Fresh.user();
        String image = "/images/" + api.uploaded(owner);

        for (Call call : writes(image)) {
            assertThat(api.send(call.by(owner).query("user_id", Fresh.user().value())))
                    .isProblem(403);
        }
    }

    @Test
    default void everybodyMayRead(ApiBuilder builder) {
        Api api = builder.callersNamed().start();
        UserId owner = Fresh.user();
        String image = "/images/" + Api.idOf(api.send(Api.uploading(owner).by(owner)));

        for (String path :
                List.of(image, image + "/content", image + "/download", "/images", "/users/" + owner + "/images")) {
            assertThat(api.get(path)).hasStatus(200);
            assertThat(api.send(Call.get(path).by(Fresh.user()))).hasStatus(200);
        }
    }

    @Test
    default void whoeverWritesHasToBeNamedWhereAGatewayNamesCallers(ApiBuilder builder) {
        Api api = builder.callersNamed().start();
        UserId owner = Fresh.user();
        String image = "/images/" + Api.idOf(api.send(Api.uploading(owner).by(owner)));

        assertThat(api.sendInVain(Api.uploading(owner))).isProblem(401);
        for (Call call : writes(image)) {
            Answer answer = api.send(call);
            assertThat(answer).isProblem(401);
            assertThat(answer.header("WWW-Authenticate")).isNotBlank();
            assertThat(api.send(call.query("user_id", owner.value()))).isProblem(401);
        }
        assertThat(api.get(image)).hasStatus(200).has("/metadata/version", 1);
    }

    @Test
    default void whoeverIsNamedMayWriteWhatIsHisWhereAGatewayNamesCallers(ApiBuilder builder) {
        Api api = builder.callersNamed().start();
        UserId owner = Fresh.user();
        String image = "/images/" + Api.idOf(api.send(Api.uploading(owner).by(owner)));

        for (Call call : writes(image)) {
            assertThat(api.send(call.by(Fresh.user()))).isProblem(403);
        }
        for (Call call : writes(image)) {
            assertThat(api.send(call.by(owner))).hasStatus(200);
        }
    }

    @Test
    default void aNameThatIsNoneIsRefused(Api api) {
        String image = "/images/" + api.uploaded(Fresh.user());

        for (String name : List.of("a/b", "two words", "")) {
            assertThat(api.send(Call.delete(image).header("X-User-Id", name)))
                    .isProblem(400)
                    .naming("X-User-Id");
        }
        assertThat(api.get(image)).hasStatus(200);
    }

    /** Every request that changes an image; done one after the other, they leave it deleted for good. */
    private static List<Call> writes(String image) {
        return List.of(
                Call.patch(image).json("{\"title\": \"New\"}"),
                Call.delete(image),
                Call.post(image + "/restore"),
                Call.delete(image + "?permanent=true"));
    }
}
