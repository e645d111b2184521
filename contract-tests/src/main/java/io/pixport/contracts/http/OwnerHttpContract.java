package io.pixport.contracts.http;

import static io.pixport.contracts.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.Fresh;
import io.pixport.contracts.faults.Faults;
import io.pixport.contracts.faults.Faults.Step;
import io.pixport.core.model.UserId;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Deleting everything of an owner for good. */
public interface OwnerHttpContract extends HttpFixture {
    @Test
    default void everythingOfAUserIsDeletedForGoodAndTold(Api api) {
        UserId user = Fresh.user();
        String others = api.uploaded(Fresh.user());
        String image = api.uploaded(user);
        String trashed = api.uploaded(user);
        assertThat(api.send(Call.delete("/images/" + trashed))).hasStatus(200);
        DirectUpload pending = DirectUpload.sent(api, DirectUpload.form(user), Api.SMALL);

        Answer answer = api.send(erasing(user));

        assertThat(answer)
                .hasStatus(200)
                .hasOnlyMembers("", Set.of("user_id", "done", "removed", "failed"))
                .has("/user_id", user.value())
                .has("/done", true)
                .has("/removed/images", 1)
                .has("/removed/trash", 1)
                .has("/removed/reservations", 1)
                .has("/failed", 0);
        assertThat(api.ids("/users/" + user + "/images")).isEmpty();
        assertThat(api.ids("/users/" + user + "/trash")).isEmpty();
        assertThat(pending.status()).isProblem(404);
        assertThat(api.hasBytes(image)).isFalse();
        assertThat(api.hasBytes(trashed)).isFalse();
        assertThat(api.get("/images/" + others)).hasStatus(200);
        assertThat(api.send(erasing(user))).has("/done", true).has("/removed/images", 0);
    }

    @Test
    default void anotherMayNotDeleteEverything(ApiBuilder builder) {
        Api api = builder.start();
        UserId user = Fresh.user();
        UserId other = Fresh.user();
        String id = api.uploaded(user);

        assertThat(api.send(erasing(user).by(other))).isProblem(403);
        assertThat(api.send(erasing(user).query("user_id", other.value()))).isProblem(403);
        assertThat(api.get("/images/" + id)).hasStatus(200);
        assertThat(api.send(erasing(user).by(user))).has("/removed/images", 1);
        assertThat(builder.callersNamed().start().send(erasing(user))).isProblem(401);
        assertThat(api.send(Call.delete("/users/a%2Fb/images"))).isProblem(400).naming("user_id");
    }

    @Test
    default void whatThereIsNoTimeForIsDoneByTheNextRequest(ApiBuilder builder) {
        Faults faults = new Faults();
        Api api = builder.failingRepository(faults).start();
        UserId user = Fresh.user();
        assertThat(api.send(Call.delete("/images/" + api.uploaded(user)))).hasStatus(200);
        api.uploaded(user);
        faults.before(Step.UPDATE, () -> api.clock().advance(Duration.ofSeconds(11)));

        assertThat(api.send(erasing(user))).has("/done", false).has("/removed/trash", 1);
        assertThat(api.send(erasing(user))).has("/done", true).has("/removed/images", 1);
    }

    @Test
    default void withoutTheRepositoryNothingIsSaidToBeDone(ApiBuilder builder) {
        Faults faults = new Faults();
        Api api = builder.failingRepository(faults).start();
        UserId user = Fresh.user();
        String id = api.uploaded(user);
        faults.takeDown();

        assertThat(api.send(erasing(user))).isProblem(503).hasHeader("Retry-After", "2");

        faults.mend();
        assertThat(api.get("/images/" + id)).hasStatus(200);
    }

    private static Call erasing(UserId user) {
        return Call.delete("/users/" + user + "/images");
    }
}
