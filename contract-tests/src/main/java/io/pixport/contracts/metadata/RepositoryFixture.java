package io.pixport.contracts.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.Eventually;
import io.pixport.core.model.Image;
import io.pixport.core.port.MetadataRepository;
import java.time.Duration;
import java.util.Collection;

/** What the contracts of a repository need of a backend: the repository, which may hold other records besides. */
public interface RepositoryFixture {
    /** The repository under test, the same one throughout a test. */
    MetadataRepository repository();

    /** How long it may take until a list shows a new image, as the adapter's documentation says. */
    default Duration listDelay() {
        return Duration.ZERO;
    }

    /** Makes an assertion on what a list shows of new images, as soon as it has to hold. */
    default void listed(Runnable assertion) {
        Eventually.within(listDelay(), assertion);
    }

    /** Saves records whose ids are free. */
    default void save(Collection<? extends Image> images) {
        images.forEach(this::save);
    }

    /** Saves a record whose id is free. */
    default void save(Image image) {
        assertThat(repository().save(image)).as("saved").isTrue();
    }

    /** Replaces whatever record there is by its next version, which nobody else does. */
    default <T extends Image> T replace(T next) {
        Image seen = repository().find(next.id()).orElseThrow();
        assertThat(repository().update(seen, next)).as("updated").isTrue();
        return next;
    }
}
