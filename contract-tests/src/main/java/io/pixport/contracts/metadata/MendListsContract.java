package io.pixport.contracts.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pixport.contracts.Fresh;
import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.Tag;
import io.pixport.core.model.TrashedImage;
import io.pixport.core.port.ListWindow;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Holding lists to records in a repository that nobody else has written to: the calls of the port keep both together. */
public interface MendListsContract extends RepositoryFixture {
    @Test
    default void whatTheCallsOfThePortHaveMadeIsSoundAndStays() {
        Records records = new Records();
        Tag tag = Fresh.tag();
        ActiveImage active = records.active(tag);
        TrashedImage trashed = records.trashed();
        save(active);
        save(trashed);
        save(records.purging());

        Optional<String> next = Optional.empty();
        do {
            ListWindow window = repository().mendLists(next.orElse(null), false);
            assertThat(window.stray()).isZero();
            assertThat(window.lacking()).isZero();
            assertThat(window.mended()).isZero();
            next = window.next();
        } while (next.isPresent());

        assertThat(repository()
                        .list(Asking.of(records.owner()).tagged(tag).query(), null, 10)
                        .items())
                .containsExactly(active);
        assertThat(repository().listTrash(records.owner(), null, 10).items()).containsExactly(trashed);
    }

    @Test
    default void aWindowThatNoneHasGivenIsRefused() {
        assertThatThrownBy(() -> repository().mendLists("no window", true))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
