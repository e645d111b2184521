package io.pixport.contracts.http;

import static io.pixport.contracts.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.Fresh;
import io.pixport.core.model.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What is in the trash, and how it comes out of it. */
public interface TrashHttpContract extends HttpFixture {
    @Test
    default void theTrashShowsWhatIsInItAndHowLong(Api api) {
        UserId user = Fresh.user();
        String id = api.uploaded(user, "title", "T");
        Instant deleted = api.clock().advance(Duration.ofMinutes(1));
        delete(api, id);
        Set<String> members = new TreeSet<>(UploadHttpContract.IMAGE_MEMBERS);
        members.addAll(Set.of("deleted_at", "purge_at"));

        assertThat(api.get("/users/" + user + "/trash"))
                .hasStatus(200)
                .hasOnlyMembers("", Set.of("count", "images", "next_page_token", "has_more"))
                .hasOnlyMembers("/images/0", members)
                .has("/count", 1)
                .has("/images/0/image_id", id)
                .has("/images/0/title", "T")
                .has("/images/0/status", "trashed")
                .hasTime("/images/0/deleted_at", deleted)
                .hasTime("/images/0/purge_at", deleted.plus(Duration.ofDays(30)));
    }

    @Test
    default void theLastDeletedComesFirstPageByPage(Api api) {
        UserId user = Fresh.user();
        List<String> ids = List.of(api.uploaded(user), api.uploaded(user), api.uploaded(user));
        for (int i : List.of(1, 0, 2)) {
            api.clock().advance(Duration.ofMillis(1));
            delete(api, ids.get(i));
        }
        String trash = "/users/" + user + "/trash?limit=2";

        Answer first = api.get(trash);
        Answer second = api.get(trash + "&page_token=" + first.textAt("/next_page_token"));

        assertThat(Api.ids(first)).containsExactly(ids.get(2), ids.get(0));
        assertThat(first).has("/has_more", true);
        assertThat(Api.ids(second)).containsExactly(ids.get(1));
        assertThat(second).has("/has_more", false);
        assertThat(api.get("/users/" + user + "/images?page_token=" + first.textAt("/next_page_token")))
                .isProblem(400)
                .naming("page_token");
    }

    @Test
    default void aTrashIsItsOwnersAlone(Api api) {
        UserId user = Fresh.user();
        UserId other = Fresh.user();
        String id = api.uploaded(user);
        delete(api, api.uploaded(other));
        delete(api, id);

        assertThat(api.ids("/users/" + user + "/trash")).containsExactly(id);
        assertThat(api.send(Call.get("/users/" + user + "/trash").by(user))).hasStatus(200);
        assertThat(api.send(Call.get("/users/" + user + "/trash").by(other))).isProblem(403);
    }

    @Test
    default void aRestoredImageIsThereAsBefore(Api api) {
        UserId user = Fresh.user();
        String id = api.uploaded(user, "title", "T", "tags", "a");
        delete(api, id);

        Answer restored = api.send(Call.post("/images/" + id + "/restore"));

        assertThat(restored)
                .hasStatus(200)
                .has("/image_id", id)
                .has("/metadata/status", "active")
                .has("/metadata/title", "T");
        assertThat(api.get("/images/" + id)).hasStatus(200).has("/metadata", restored.at("/metadata"));
        assertThat(api.get("/images/" + id + "/content").body()).isEqualTo(Api.SMALL);
        assertThat(api.ids("/users/" + user + "/images?tag=a")).containsExactly(id);
        assertThat(api.ids("/users/" + user + "/trash")).isEmpty();
    }

    @Test
    default void aRestoredImageStandsInListsWhereItStood(Api api) {
        UserId user = Fresh.user();
        String older = api.uploaded(user);
        api.clock().advance(Duration.ofSeconds(1));
        String newer = api.uploaded(user);
        delete(api, older);
        api.clock().advance(Duration.ofSeconds(1));

        assertThat(api.send(Call.post("/images/" + older + "/restore"))).hasStatus(200);

        assertThat(api.ids("/images?user_id=" + user)).containsExactly(newer, older);
    }

    @Test
    default void restoringWhatIsThereChangesNothing(Api api) {
        String id = api.uploaded(Fresh.user());

        assertThat(api.send(Call.post("/images/" + id + "/restore")))
                .hasStatus(200)
                .has("/metadata/version", 1);
    }

    @Test
    default void whatWasNeverThereCannotBeRestored(Api api) {
        assertThat(api.send(Call.post("/images/a1b2c3d4-e5f6-7890-abcd-ef1234567890/restore")))
                .isProblem(404)
                .has("/error", "Image not found");
    }

    @Test
    default void theTrashKeepsThirtyDays(ApiBuilder builder) {
        Api api = builder.startingAgo(Duration.ofDays(30)).start();
        String kept = api.uploaded(Fresh.user());
        String expired = api.uploaded(Fresh.user());
        delete(api, expired);
        api.clock().advance(Duration.ofMillis(1));
        delete(api, kept);

        api.clock().advance(Duration.ofDays(30).minusMillis(1));

        assertThat(api.send(Call.post("/images/" + kept + "/restore"))).hasStatus(200);
        assertThat(api.send(Call.post("/images/" + expired + "/restore"))).isProblem(404);
    }

    private static void delete(Api api, String id) {
        assertThat(api.send(Call.delete("/images/" + id))).hasStatus(200);
    }
}
