package io.pixport.contracts.http;

import static io.pixport.contracts.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.AtOnce;
import io.pixport.contracts.Fresh;
import io.pixport.core.model.Tag;
import io.pixport.core.model.UserId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Deleting: to the trash, or at once and for good. */
public interface DeleteHttpContract extends HttpFixture {
    @Test
    default void aDeleteSaysWhatItDeleted(Api api) {
        for (String query : List.of("", "?permanent=false", "?permanent=true")) {
            String id = api.uploaded(Fresh.user());

            assertThat(api.send(Call.delete("/images/" + id + query)))
                    .hasStatus(200)
                    .hasOnlyMembers("", Set.of("message", "image_id"))
                    .has("/message", "Image deleted successfully")
                    .has("/image_id", id);
        }
    }

    @Test
    default void aDeletedImageIsFoundNowhere(Api api) {
        UserId user = Fresh.user();
        Tag tag = Fresh.tag();
        for (String query : List.of("", "?permanent=true")) {
            String id = api.uploaded(user, "tags", tag.value());
            assertThat(api.send(Call.delete("/images/" + id + query))).hasStatus(200);

            for (String rest : List.of("", "?download=true", "/download", "/content")) {
                assertThat(api.get("/images/" + id + rest)).isProblem(404).has("/error", "Image not found");
            }
            assertThat(api.send(Call.patch("/images/" + id).json("{\"title\": \"New\"}")))
                    .isProblem(404);
            assertThat(api.send(Call.delete("/images/" + id))).isProblem(404);
            assertThat(api.ids("/images?user_id=" + user)).isEmpty();
            assertThat(api.ids("/tags/" + tag + "/images")).isEmpty();
            assertThat(api.ids("/images?limit=100")).doesNotContain(id);
        }
    }

    @Test
    default void whatIsInTheTrashKeepsItsBytesAndWhatIsDeletedForGoodDoesNot(Api api) {
        String trashed = api.uploaded(Fresh.user());
        String erased = api.uploaded(Fresh.user());

        assertThat(api.send(Call.delete("/images/" + trashed))).hasStatus(200);
        assertThat(api.send(Call.delete("/images/" + erased + "?permanent=true")))
                .hasStatus(200);

        assertThat(api.hasBytes(trashed)).isTrue();
        assertThat(api.hasBytes(erased)).isFalse();
    }

    @Test
    default void whatIsInTheTrashCanBeDeletedForGood(Api api) {
        UserId user = Fresh.user();
        String id = api.uploaded(user);
        assertThat(api.send(Call.delete("/images/" + id))).hasStatus(200);

        assertThat(api.send(Call.delete("/images/" + id + "?permanent=true"))).hasStatus(200);

        assertThat(api.hasBytes(id)).isFalse();
        assertThat(api.ids("/users/" + user + "/trash")).isEmpty();
        assertThat(api.send(Call.post("/images/" + id + "/restore"))).isProblem(404);
    }

    @Test
    default void anImageThatIsNotThereCannotBeDeleted(Api api) {
        for (String id : List.of("a1b2c3d4-e5f6-7890-abcd-ef1234567890", "nothing")) {
            assertThat(api.send(Call.delete("/images/" + id))).isProblem(404).has("/error", "Image not found");
            assertThat(api.send(Call.delete("/images/" + id + "?permanent=true")))
                    .isProblem(404);
        }
    }

    @Test
    default void manyWhoDeleteAtOnceAreToldThatItIsDoneOrThatItIsGone(Api api) {
        for (String query : List.of("", "?permanent=true")) {
            String id = api.uploaded(Fresh.user());

            List<Answer> answers = AtOnce.call(8, i -> api.send(Call.delete("/images/" + id + query)));

            assertThat(answers).extracting(Answer::status).contains(200).isSubsetOf(200, 404);
            assertThat(api.get("/images/" + id)).hasStatus(404);
        }
    }

    @Test
    default void whatIsNeitherYesNorNoIsRefused(Api api) {
        String id = api.uploaded(Fresh.user());

        assertThat(api.send(Call.delete("/images/" + id + "?permanent=perhaps")))
                .isProblem(400)
                .naming("permanent");

        assertThat(api.get("/images/" + id)).hasStatus(200);
    }

    @Test
    default void aDeleteMeantForAnotherVersionIsRefused(Api api) {
        String image = "/images/" + api.uploaded(Fresh.user());
        String stale = api.get(image).header("ETag");
        assertThat(api.send(Call.patch(image).json("{\"title\": \"New\"}"))).hasStatus(200);

        for (String query : List.of("", "?permanent=true")) {
            assertThat(api.send(Call.delete(image + query).header("If-Match", stale)))
                    .isProblem(412);
        }
        assertThat(api.send(Call.delete(image).header("If-Match", api.get(image).header("ETag"))))
                .hasStatus(200);
    }
}
