package io.pixport.javalin;

import io.pixport.core.usecase.Reconcile;
import io.pixport.core.usecase.Reconcile.Scope;
import io.pixport.settings.Upkeep;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the stores up, again and again until it is closed. */
final class Maintenance implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Maintenance.class);
    private static final Duration LAST_RUN = Duration.ofSeconds(5);

    private final Upkeep upkeep;
    private final Duration interval;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    /** The first run looks at everything, each other one at what has come since; only its own thread uses it. */
    private Instant reconciledUntil = Instant.EPOCH;

    private Maintenance(Upkeep upkeep, Duration interval) {
        this.upkeep = upkeep;
        this.interval = interval;
        this.thread = Thread.ofVirtual().name("maintenance").unstarted(this::runUntilClosed);
    }

    /** @param interval before the first run and between runs; with zero there is none */
    static Maintenance start(Upkeep upkeep, Duration interval) {
        Maintenance maintenance = new Maintenance(upkeep, interval);
        if (interval.isPositive()) {
            maintenance.thread.start();
        }
        return maintenance;
    }

    private void runUntilClosed() {
        try {
            while (!closed.await(interval.toMillis(), TimeUnit.MILLISECONDS)) {
                Reconcile.Report report =
                        upkeep.run(Scope.since(reconciledUntil)).reconciliation();
                reconciledUntil = report == null ? reconciledUntil : report.until();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether there will be another run, or is one now. */
    boolean isRunning() {
        return thread.isAlive();
    }

    /** Begins no further run, and gives one that is under way a moment to end; cutting it off does no harm. */
    @Override
    public void close() {
        closed.countDown();
        if (!isRunning()) {
            return;
        }
        try {
            if (!thread.join(LAST_RUN)) {
                LOG.info("Maintenance is cut off");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
