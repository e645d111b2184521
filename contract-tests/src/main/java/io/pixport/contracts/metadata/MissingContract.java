package io.pixport.contracts.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.Fresh;
import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.MissingImage;
import io.pixport.core.model.Tag;
import io.pixport.core.port.Page;
import io.pixport.core.port.Position;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Images whose bytes were missed; the list of them is everybody's, so others may be between those of a test. */
public interface MissingContract extends RepositoryFixture {
    @Test
    default void anImageThatIsMissingIsInTheListOfMissingImagesAndInNoOther() {
        Records records = new Records();
        Tag tag = Fresh.tag();
        ActiveImage image = records.active(tag);
        save(image);

        MissingImage missing = replace(image.missing(records.now()));

        assertThat(missing(1000)).contains(missing);
        assertThat(repository().find(image.id())).contains(missing);
        assertThat(active(Asking.of(records.owner()))).isEmpty();
        assertThat(active(Asking.ofEverybody().tagged(tag))).isEmpty();
        assertThat(repository()
                        .listCopies(records.owner(), image.content().sha256(), null, 10)
                        .items())
                .isEmpty();
    }

    @Test
    default void anImageThatIsFoundAgainIsInItsListsAndNotAmongTheMissing() {
        Records records = new Records();
        Tag tag = Fresh.tag();
        ActiveImage image = records.active(tag);
        save(image);
        MissingImage missing = replace(image.missing(records.now()));

        ActiveImage found = replace(missing.found(records.now()));

        assertThat(missing(1000)).doesNotContain(missing);
        listed(() -> {
            assertThat(active(Asking.of(records.owner()))).containsExactly(found);
            assertThat(active(Asking.ofEverybody().tagged(tag))).containsExactly(found);
        });
    }

    @Test
    default void theLongestMissingIsFirstByEveryLimit() {
        Records records = new Records();
        List<MissingImage> missing = new ArrayList<>();
        for (ActiveImage image : records.actives(5).reversed()) {
            missing.add(image.missing(records.now().plusSeconds(missing.size())));
        }
        save(missing.reversed());

        for (int limit : new int[] {1, 2, 1000}) {
            assertThat(missing(limit).stream().filter(missing::contains)).isEqualTo(missing);
        }
    }

    private List<MissingImage> missing(int limit) {
        List<MissingImage> all = new ArrayList<>();
        @Nullable Position after = null;
        do {
            Page<MissingImage> page = repository().listMissing(after, limit);
            all.addAll(page.items());
            after = page.next().orElse(null);
        } while (after != null);
        return all;
    }

    private List<ActiveImage> active(Asking asking) {
        return repository().list(asking.query(), null, 1000).items();
    }
}
