package io.pixport.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.Fresh;
import io.pixport.contracts.ImageMaker;
import io.pixport.contracts.TestClock;
import io.pixport.contracts.store.BytesPayload;
import io.pixport.core.model.ImageFormat;
import io.pixport.core.model.ImageIdGenerator;
import io.pixport.core.port.ImageStore;
import io.pixport.core.port.ObjectKey;
import io.pixport.core.usecase.Reconcile;
import io.pixport.core.usecase.Reconcile.Report;
import io.pixport.core.usecase.Reconcile.Scope;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** More objects than a reconciler looks at in one window. */
final class ReconcileWindowsTest {
    private static final Duration GRACE = Duration.ofHours(2);
    private static final int ORPHANS = 2_500;

    private final TestClock clock = new TestClock(Fresh.instant());
    private final ImageStore store = new InMemoryImageStore(
            clock, () -> URI.create("http://127.0.0.1:8080"), Fresh.bytes(32), InMemoryImageStore.DEFAULT_CAPACITY);
    private final Reconcile reconcile = new Reconcile(store, new InMemoryMetadataRepository(), clock, GRACE);

    @BeforeEach
    void leaveBytesBehind() {
        ImageIdGenerator ids = new ImageIdGenerator(clock, new SecureRandom());
        byte[] bytes = ImageMaker.png(50, 50);
        for (int i = 0; i < ORPHANS; i++) {
            store.put(ObjectKey.of(ids.next()), new BytesPayload(bytes), ImageFormat.PNG);
            clock.advance(Duration.ofSeconds(1));
        }
        clock.advance(GRACE);
    }

    @Test
    void oneRunGoesThroughAllWindows() {
        Report report = reconcile.run(Scope.EVERYTHING);

        assertThat(report.complete()).isTrue();
        assertThat(report.removed()).isEqualTo(report.objects()).isEqualTo(ORPHANS);
        assertThat(store.list(null, 1)).isEmpty();
    }

    @Test
    void aRunEndsWithTheWindowInWhichItsTimeIsOverAndTheNextGoesOnFromThere() {
        int runs = 0;
        long removed = 0;
        Scope scope = Scope.EVERYTHING.within(Duration.ZERO);
        Report report;
        do {
            report = reconcile.run(scope);
            scope = Scope.since(report.until()).within(Duration.ZERO);
            runs++;
            removed += report.removed();
        } while (!report.complete());

        assertThat(runs).isEqualTo(3);
        assertThat(removed).isEqualTo(ORPHANS);
        assertThat(store.list(null, 1)).isEmpty();
    }
}
