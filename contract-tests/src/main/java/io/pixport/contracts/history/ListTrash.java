package io.pixport.contracts.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.history.Model.Entry;
import io.pixport.core.model.TrashedImage;
import java.util.List;

/** Lists a user's trash page by page. */
record ListTrash(int user, int limit) implements Action {
    @Override
    public Plan plan(World world) {
        return Plan.run(() -> {
            List<TrashedImage> listed =
                    Truth.walk(after -> world.service().listTrash().list(world.user(user), null, after, limit));
            assertThat(listed.stream().map(TrashedImage::id).toList())
                    .isEqualTo(world.model().trash(user).stream().map(Entry::id).toList());
        });
    }
}
