package io.pixport.contracts.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.history.Model.Entry;
import io.pixport.contracts.metadata.Asking;
import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.Tag;
import io.pixport.core.port.ImageQuery;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lists images page by page.
 *
 * @param user null for everybody's
 * @param tags all of which an image has to have
 */
record ListImages(@Nullable Integer user, Set<Integer> tags, int limit) implements Action {
    @Override
    public Plan plan(World world) {
        return Plan.run(() -> {
            List<ActiveImage> listed =
                    Truth.walk(after -> world.service().listImages().list(query(world), after, limit));
            assertThat(listed.stream().map(ActiveImage::id).toList())
                    .isEqualTo(world.model().listed(this::matches).stream()
                            .map(Entry::id)
                            .toList());
        });
    }

    private ImageQuery query(World world) {
        Asking asking = user == null ? Asking.ofEverybody() : Asking.of(world.user(user));
        return asking.tagged(world.tags(tags).toArray(Tag[]::new))
                .from(world.begin())
                .until(world.now().plusMillis(1))
                .query();
    }

    private boolean matches(Entry entry) {
        return (user == null || user == entry.owner()) && entry.active().tags().containsAll(tags);
    }
}
