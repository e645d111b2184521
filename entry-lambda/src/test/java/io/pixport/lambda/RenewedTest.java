package io.pixport.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.crac.Context;
import org.crac.Resource;
import org.junit.jupiter.api.Test;

/** What a snapshot does to what was made before it: the hooks are called by hand, as Lambda calls them. */
final class RenewedTest {
    private final List<Made> made = new ArrayList<>();
    private final Snapshots snapshots = new Snapshots();

    @Test
    void nothingOfBeforeASnapshotIsUsedAfterIt() throws Exception {
        Renewed<Made> renewed = Renewed.by(this::make, snapshots);
        Made before = renewed.get();

        snapshots.takeAndRestore();

        assertThat(before.closed).isTrue();
        assertThat(renewed.get()).isNotSameAs(before).matches(now -> !now.closed);
        assertThat(made).hasSize(2);
    }

    @Test
    void everyRestoredCopyIsMadeAnew() throws Exception {
        Renewed<Made> renewed = Renewed.by(this::make, snapshots);
        snapshots.takeAndRestore();
        Made one = renewed.get();
        snapshots.takeAndRestore();

        assertThat(renewed.get()).isNotSameAs(one);
    }

    @Test
    void withoutSnapshotsItStaysTheSame() {
        Renewed<Made> renewed = Renewed.by(this::make, snapshots);

        assertThat(renewed.get()).isSameAs(renewed.get()).isSameAs(made.getFirst());
    }

    private Made make() {
        Made next = new Made();
        made.add(next);
        return next;
    }

    private static final class Made implements AutoCloseable {
        private boolean closed;

        @Override
        public void close() {
            closed = true;
        }
    }

    /** As Lambda has it, snapshots being taken when told. */
    static final class Snapshots extends Context<Resource> {
        private final List<Resource> resources = new ArrayList<>();

        @Override
        public void register(Resource resource) {
            resources.add(resource);
        }

        void takeAndRestore() throws Exception {
            beforeCheckpoint(this);
            afterRestore(this);
        }

        @Override
        public void beforeCheckpoint(Context<? extends Resource> context) throws org.crac.CheckpointException {
            for (Resource resource : resources) {
                try {
                    resource.beforeCheckpoint(this);
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            }
        }

        @Override
        public void afterRestore(Context<? extends Resource> context) throws org.crac.RestoreException {
            for (Resource resource : resources) {
                try {
                    resource.afterRestore(this);
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            }
        }
    }
}
