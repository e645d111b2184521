package io.pixport.javalin;

import io.pixport.core.port.StorageException;
import io.pixport.core.usecase.PurgeExpired;
import io.pixport.core.usecase.Reconcile;
import io.pixport.core.usecase.Reconcile.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Removes what has expired, and holds bytes and records together, again and again until it is closed. */
final class Maintenance implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Maintenance.class);
    private static final Duration LAST_RUN = Duration.ofSeconds(5);

    private final PurgeExpired purgeExpired;
    private final Reconcile reconcile;
    private final Duration interval;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    /** The first run looks at everything, each other one at what has come since; only its own thread uses it. */
    private Instant reconciledUntil = Instant.EPOCH;

    private Maintenance(PurgeExpired purgeExpired, Reconcile reconcile, Duration interval) {
        this.purgeExpired = purgeExpired;
        this.reconcile = reconcile;
        this.interval = interval;
        this.thread = Thread.ofVirtual().name("maintenance").unstarted(this::runUntilClosed);
    }

    /** @param interval before the first run and between runs; with zero there is none */
    static Maintenance start(PurgeExpired purgeExpired, Reconcile reconcile, Duration interval) {
        Maintenance maintenance = new Maintenance(purgeExpired, reconcile, interval);
        if (interval.isPositive()) {
            maintenance.thread.start();
        }
        return maintenance;
    }

    private void runUntilClosed() {
        try {
            while (!closed.await(interval.toMillis(), TimeUnit.MILLISECONDS)) {
                attempt("Purge", this::purge);
                attempt("Reconciliation", this::reconcile);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void attempt(String name, Runnable task) {
        try {
            task.run();
        } catch (StorageException e) {
            LOG.warn("{} failed on a store; it is tried again", name, e);
        } catch (RuntimeException e) {
            LOG.error("{} failed", name, e);
        }
    }

    private void purge() {
        PurgeExpired.Report report = purgeExpired.run();
        LOG.atLevel(report.failed() > 0 ? Level.WARN : report.purged() > 0 ? Level.INFO : Level.DEBUG)
                .log("Purge: {} removed, {} failed", report.purged(), report.failed());
    }

    private void reconcile() {
        Reconcile.Report report = reconcile.run(Scope.since(reconciledUntil));
        reconciledUntil = report.until();
        LOG.atLevel(report.removed() > 0 ? Level.INFO : Level.DEBUG)
                .log(
                        "Reconciliation: {} objects, {} without a record removed, {} images",
                        report.objects(),
                        report.removed(),
                        report.images());
        if (!report.missing().isEmpty()) {
            LOG.error(
                    "Reconciliation: the bytes of {} images are missing: {}",
                    report.missing().size(),
                    report.missing());
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
