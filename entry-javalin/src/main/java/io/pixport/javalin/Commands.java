package io.pixport.javalin;

import io.pixport.aws.AwsClients;
import io.pixport.aws.Provisioning;
import io.pixport.core.usecase.ImageService;
import io.pixport.core.usecase.Reconcile;
import io.pixport.core.usecase.Reconcile.Scope;
import io.pixport.http.Backend;
import io.pixport.settings.AwsStores;
import io.pixport.settings.Settings;
import io.pixport.settings.Stores;
import java.time.InstantSource;
import java.util.function.Consumer;

/** What the jar does besides serving. Each command prints lines, and gives the code that the process ends with. */
final class Commands {
    static final String USAGE = """
            java -jar pixport.jar                        serves until it is stopped
            java -jar pixport.jar provision              makes the bucket and the table, or what of them is missing
            java -jar pixport.jar provision --check      tells what is missing or different, and changes nothing
            java -jar pixport.jar reconcile              removes bytes without a record, and tells records without bytes
            java -jar pixport.jar reconcile --dry-run    tells both, and changes nothing
            java -jar pixport.jar --help                 prints this

            Settings are environment variables; the README has them all.
            """;

    private static final int DONE = 0;
    private static final int NOT_AS_IT_SHOULD_BE = 1;

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
     * @return 0 when no record lacks its bytes, else 1
     * @throws io.pixport.core.port.StorageException when a store failed
     */
    static int reconcile(Settings settings, boolean dryRun, Consumer<String> out) {
        InstantSource clock = InstantSource.system();
        try (Stores stores =
                AwsStores.open(settings.requireAws("reconcile"), clock).requireUsable()) {
            Backend backend = stores.backend();
            Reconcile reconcile = new Reconcile(
                    backend.store(), backend.repository(), clock, ImageService.orphanAge(settings.limits()));
            Reconcile.Report report = reconcile.run(dryRun ? Scope.EVERYTHING.asDryRun() : Scope.EVERYTHING);
            out.accept("looked at: %d objects, %d images".formatted(report.objects(), report.images()));
            out.accept("objects without a record: %d, removed: %d".formatted(report.orphans(), report.removed()));
            out.accept("images without bytes: " + report.missing().size());
            report.missing().forEach(id -> out.accept("without bytes: " + id));
            return report.missing().isEmpty() ? DONE : NOT_AS_IT_SHOULD_BE;
        }
    }
}
