package io.pixport.settings;

import io.pixport.core.port.StorageException;
import io.pixport.core.usecase.PurgeExpired;
import io.pixport.core.usecase.Reconcile;
import io.pixport.core.usecase.Reconcile.Scope;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Removes what has expired, and holds bytes and records together: once a run, and told to the log. What one of the two
 * fails on does not keep the other from its turn.
 */
public final class Upkeep {
    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

    private final PurgeExpired purgeExpired;
    private final Reconcile reconcile;

    public Upkeep(PurgeExpired purgeExpired, Reconcile reconcile) {
        this.purgeExpired = purgeExpired;
        this.reconcile = reconcile;
    }

    /**
     * What a run came to.
     *
     * @param purge null when it failed, or was not to be
     * @param reconciliation null when it failed
     */
    public record Report(PurgeExpired.@Nullable Report purge, Reconcile.@Nullable Report reconciliation) {}

    /** @param scope what is reconciled; nothing is purged on a dry run */
    public Report run(Scope scope) {
        return new Report(
                scope.dryRun() ? null : attempt("Purge", this::purge),
                attempt("Reconciliation", () -> reconcile(scope)));
    }

    private static <T> @Nullable T attempt(String name, Supplier<T> task) {
        try {
            return task.get();
        } catch (StorageException e) {
            LOG.warn("{} failed on a store; it is tried again", name, e);
        } catch (RuntimeException e) {
            LOG.error("{} failed", name, e);
        }
        return null;
    }

    private PurgeExpired.Report purge() {
        PurgeExpired.Report report = purgeExpired.run();
        LOG.atLevel(report.failed() > 0 ? Level.WARN : report.purged() > 0 ? Level.INFO : Level.DEBUG)
                .log("Purge: {} removed, {} failed", report.purged(), report.failed());
        return report;
    }

    private Reconcile.Report reconcile(Scope scope) {
        Reconcile.Report report = reconcile.run(scope);
        LOG.atLevel(report.orphans() + report.found() > 0 ? Level.INFO : Level.DEBUG)
                .log(
                        "Reconciliation: {} objects, {} without a record, {} of them removed, {} images, {} with bytes again",
                        report.objects(),
                        report.orphans(),
                        report.removed(),
                        report.images(),
                        report.found());
        if (!report.missing().isEmpty()) {
            LOG.error(
                    "Reconciliation: the bytes of {} images are missing: {}",
                    report.missing().size(),
                    report.missing());
        }
        return report;
    }
}
