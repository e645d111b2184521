package io.pixport.javalin;

import io.pixport.aws.AwsClients;
import io.pixport.aws.Provisioning;
import io.pixport.core.model.ImageId;
import io.pixport.core.usecase.ImageService;
import io.pixport.core.usecase.MendLists;
import io.pixport.core.usecase.Reconcile;
import io.pixport.core.usecase.Reconcile.Scope;
import io.pixport.http.Backend;
import io.pixport.settings.AwsStores;
import io.pixport.settings.Settings;
import io.pixport.settings.Stores;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the jar does besides serving. Each command prints lines, and gives the code that the process ends with. */
final class Commands {
    static final String USAGE = """
            java -jar pixport.jar                        serves until it is stopped
            java -jar pixport.jar provision              makes the bucket and the table, or what of them is missing
            java -jar pixport.jar provision --check      tells what is missing or different, and changes nothing
            java -jar pixport.jar reconcile              removes bytes without a record, and tells and hides images without bytes
                --dry-run                                tells both, and changes nothing
                --since=2026-11-21T00:00:00Z             looks only at what was made at this time or later
            java -jar pixport.jar mend-lists             holds the lists in the table to its records, after others wrote to it
                --dry-run                                tells what is wrong, and changes nothing
                --after=TOKEN                            goes on where a run was interrupted
            java -jar pixport.jar --help                 prints this

            Settings are environment variables; the README has them all.
            """;

    private static final int DONE = 0;
    private static final int NOT_AS_IT_SHOULD_BE = 1;
    private static final Duration BETWEEN_LINES = Duration.ofMinutes(1);

    private Commands() {}

    /** @return 0 when everything is as it should be, else 1 */
    static int provision(Settings settings, boolean check, Consumer<String> out) {
        try (AwsClients clients = AwsStores.clients(settings.requireAws("provision"))) {
            Provisioning provisioning = new Provisioning(clients);
            Provisioning.Report report = check ? provisioning.check() : provisioning.apply();
            report.steps().forEach(step -> out.accept(step.toString()));
            return report.complete() ? DONE : NOT_AS_IT_SHOULD_BE;
        }
    }

    /**
     * Tells every minute how far it has got, so that it can go on from there when it was interrupted.
     *
     * @param from only what was made at this time or later
     * @return 0 when no record lacks its bytes, else 1
     * @throws io.pixport.core.port.StorageException when a store failed
     */
    static int reconcile(Settings settings, Instant from, boolean dryRun, Consumer<String> out) {
        InstantSource clock = InstantSource.system();
        try (Stores stores =
                AwsStores.open(settings.requireAws("reconcile"), clock).requireUsable()) {
            Backend backend = stores.backend();
            Reconcile reconcile = new Reconcile(
                    backend.store(), backend.repository(), clock, ImageService.orphanAge(settings.limits()));
            Set<ImageId> missing = new LinkedHashSet<>();
            Instant since = from;
            Reconcile.Report report;
            do {
                report = reconcile.run(new Scope(since, dryRun, BETWEEN_LINES));
                since = report.until();
                missing.addAll(report.missing());
                out.accept(
                        "until %s: %d objects, %d images; objects without a record: %d, removed: %d; with bytes again: %d"
                                .formatted(
                                        since,
                                        report.objects(),
                                        report.images(),
                                        report.orphans(),
                                        report.removed(),
                                        report.found()));
            } while (!report.complete());
            out.accept("images without bytes: " + missing.size());
            missing.forEach(id -> out.accept("without bytes: " + id));
            return missing.isEmpty() ? DONE : NOT_AS_IT_SHOULD_BE;
        }
    }

    /**
     * Tells every minute how far it has got, so that it can go on from there when it was interrupted.
     *
     * @param after how far another run has got; null to begin
     * @return 0 when nothing was wrong, else 1
     * @throws io.pixport.core.port.StorageException when a store failed
     */
    static int mendLists(Settings settings, @Nullable String after, boolean dryRun, Consumer<String> out) {
        InstantSource clock = InstantSource.system();
        try (Stores stores =
                AwsStores.open(settings.requireAws("mend-lists"), clock).requireUsable()) {
            MendLists mendLists = new MendLists(stores.backend().repository(), clock);
            long wrong = 0;
            Optional<String> next = Optional.ofNullable(after);
            do {
                MendLists.Report report = mendLists.run(next.orElse(null), dryRun, BETWEEN_LINES);
                next = report.next();
                wrong += report.stray() + report.lacking();
                out.accept("list entries: %d, of no image: %d, lacking: %d, mended: %d%s"
                        .formatted(
                                report.entries(),
                                report.stray(),
                                report.lacking(),
                                report.mended(),
                                next.map(token -> "; --after=" + token).orElse("")));
            } while (next.isPresent());
            return wrong == 0 ? DONE : NOT_AS_IT_SHOULD_BE;
        }
    }
}
