package io.pixport.javalin;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.core.model.Limits;
import io.pixport.core.port.MetadataRepository;
import io.pixport.core.port.StorageException;
import io.pixport.core.usecase.ImageService;
import io.pixport.core.usecase.Spool;
import io.pixport.inmemory.InMemoryImageStore;
import io.pixport.inmemory.InMemoryMetadataRepository;
import io.pixport.settings.Upkeep;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

final class MaintenanceTest {
    private static final Duration OFTEN = Duration.ofMillis(1);

    private final AtomicInteger runs = new AtomicInteger();
    private final CountDownLatch threeRuns = new CountDownLatch(3);

    /** @param atRun what happens when a purge asks for what has expired, for the nth time */
    private Maintenance start(Duration interval, IntConsumer atRun) {
        InstantSource clock = InstantSource.system();
        InMemoryImageStore store =
                new InMemoryImageStore(clock, () -> URI.create("http://localhost"), new byte[32], 1024);
        MetadataRepository repository = watched(new InMemoryMetadataRepository(), atRun);
        Spool spool = new Spool(Path.of("."), 1024);
        ImageService service = ImageService.over(store, repository, clock, new SecureRandom(), spool, Limits.DEFAULTS);
        return Maintenance.start(new Upkeep(service.purgeExpired(), service.reconcile()), interval);
    }

    private MetadataRepository watched(MetadataRepository repository, IntConsumer atRun) {
        Class<?>[] types = {MetadataRepository.class};
        return (MetadataRepository)
                Proxy.newProxyInstance(getClass().getClassLoader(), types, (proxy, method, args) -> {
                    if (method.getName().equals("listExpired")) {
                        threeRuns.countDown();
                        atRun.accept(runs.incrementAndGet());
                    }
                    try {
                        return method.invoke(repository, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Test
    void it_runs_again_and_again_and_tells_what_it_did() throws InterruptedException {
        try (LogCapture log = new LogCapture();
                Maintenance maintenance = start(OFTEN, run -> {})) {
            assertThat(threeRuns.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(maintenance.isRunning()).isTrue();
            assertThat(log.messages())
                    .contains(
                            "Purge: 0 removed, 0 failed",
                            "Reconciliation: 0 objects, 0 without a record, 0 of them removed, 0 images, 0 with bytes again");
        }
    }

    @Test
    void a_store_out_of_reach_does_not_end_it() throws InterruptedException {
        try (LogCapture log = new LogCapture();
                Maintenance maintenance = start(OFTEN, run -> {
                    if (run == 1) {
                        throw new StorageException(StorageException.Kind.UNAVAILABLE, "out of reach", null);
                    }
                })) {
            assertThat(threeRuns.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(maintenance.isRunning()).isTrue();
            assertThat(log.warnings()).containsExactly("Purge failed on a store; it is tried again");
        }
    }

    @Test
    void a_bug_does_not_end_it() throws InterruptedException {
        try (LogCapture log = new LogCapture();
                Maintenance maintenance = start(OFTEN, run -> {
                    if (run == 1) {
                        throw new IllegalStateException("a bug");
                    }
                })) {
            assertThat(threeRuns.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(maintenance.isRunning()).isTrue();
            assertThat(log.warnings()).containsExactly("Purge failed");
        }
    }

    @Test
    void it_ends_when_it_is_closed() throws InterruptedException {
        Maintenance maintenance = start(OFTEN, run -> {});
        assertThat(threeRuns.await(10, TimeUnit.SECONDS)).isTrue();
        maintenance.close();
        assertThat(maintenance.isRunning()).isFalse();
    }

    @Test
    void with_an_interval_of_zero_it_never_runs() {
        try (Maintenance maintenance = start(Duration.ZERO, run -> {})) {
            assertThat(maintenance.isRunning()).isFalse();
        }
    }
}
