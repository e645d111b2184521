package io.pixport.contracts.http;

import static io.pixport.contracts.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.Fresh;
import io.pixport.contracts.faults.Faults;
import io.pixport.core.model.UserId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the service says about itself. */
public interface ServiceHttpContract extends HttpFixture {
    @Test
    default void itIsAliveAndReady(Api api) {
        assertThat(api.get("/health")).hasStatus(200).hasHeader("Content-Type", "application/json");
        assertThat(api.get("/health/ready")).hasStatus(200).hasHeader("Content-Type", "application/json");
    }

    @Test
    default void itIsAliveButNotReadyWithoutItsStores(ApiBuilder builder, ApiBuilder other) {
        Faults repository = new Faults();
        Faults store = new Faults();
        Api withoutRepository = builder.failingRepository(repository).start();
        Api withoutStore = other.failingStore(store).start();
        repository.takeDown();
        store.takeDown();

        for (Api api : List.of(withoutRepository, withoutStore)) {
            assertThat(api.get("/health")).hasStatus(200);
            assertThat(api.get("/health/ready")).isProblem(503);
        }
    }

    @Test
    default void itCountsItsRequestsForPrometheus(Api api) {
        api.upload(Fresh.user());
        api.get("/images/nothing");

        Answer metrics = api.get("/metrics");

        assertThat(metrics).hasStatus(200);
        assertThat(metrics.header("Content-Type")).startsWith("text/plain");
        assertThat(metrics.text())
                .contains("# TYPE ")
                .containsPattern("\\{[^}]*method=\"POST\"[^}]*} ")
                .containsPattern("\\{[^}]*/images/\\{image_id}[^}]*} ")
                .doesNotContain("/images/nothing");
    }

    @Test
    default void itSaysNothingOfUsersInItsMetrics(Api api) {
        UserId user = Fresh.user();
        String id = api.uploaded(user);
        api.get("/users/" + user + "/images");

        assertThat(api.get("/metrics").text()).doesNotContain(user.value()).doesNotContain(id);
    }
}
