package io.pixport.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.pixport.core.usecase.ImageService;
import io.pixport.core.usecase.Reconcile.Scope;
import io.pixport.settings.AwsStores;
import io.pixport.settings.Settings;
import io.pixport.settings.SettingsException;
import io.pixport.settings.Stores;
import io.pixport.settings.StoresException;
import io.pixport.settings.Upkeep;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a schedule runs every hour or so, such as EventBridge Scheduler: removes what has expired, and bytes without a
 * record. Nothing outlives an invocation.
 *
 * <p>Of the event, a JSON object, only {@code dry_run} is read: when it is true, nothing is removed. The answer is an object
 * of numbers, which are in the log as well.
 */
public final class MaintenanceFunction implements RequestStreamHandler {
    /** Runs that fail for a day are made up for by the next. */
    static final Duration LOOK_BACK = Duration.ofDays(1);

    /** What the last window of a reconciliation takes, and the rest of the work. */
    private static final Duration TO_FINISH = Duration.ofSeconds(30);

    private final Settings settings;
    private final Settings.Aws aws;
    private final InstantSource clock;
    private final Logger log;

    /**
     * As Lambda makes it, with settings from the environment.
     *
     * @throws SettingsException when one of them is wrong, or there is no store in AWS
     */
    public MaintenanceFunction() {
        this(System.getenv(), InstantSource.system());
    }

    MaintenanceFunction(Map<String, String> variables, InstantSource clock) {
        this.settings = Settings.of(variables, clock);
        this.aws = settings.requireAws("maintenance by a schedule");
        this.clock = clock;
        FunctionLog.configure(settings.logging());
        this.log = LoggerFactory.getLogger(MaintenanceFunction.class);
    }

    /**
     * @throws IllegalArgumentException when the event is not of that form
     * @throws StoresException when bucket or table cannot be used
     * @throws IllegalStateException when one of the two failed, after the other had its turn; the log has the reason
     */
    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        Scope scope = Scope.since(clock.instant()
                        .minus(ImageService.orphanAge(settings.limits()))
                        .minus(LOOK_BACK))
                .within(Duration.ofMillis(context.getRemainingTimeInMillis()).minus(TO_FINISH));
        boolean dryRun = MaintenanceJson.isDryRun(input.readAllBytes());
        try (Stores stores = AwsStores.open(aws, clock).requireUsable()) {
            ImageService service = Composition.service(settings, stores.backend(), clock);
            Upkeep.Report report =
                    new Upkeep(service.purgeExpired(), service.reconcile()).run(dryRun ? scope.asDryRun() : scope);
            String numbers = MaintenanceJson.numbers(report);
            log.info("Maintenance since {}: {}", scope.since(), numbers);
            requireWhole(report, dryRun);
            output.write(numbers.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Who invoked it has it tried again, and tells somebody in the end. */
    private static void requireWhole(Upkeep.Report report, boolean dryRun) {
        if (report.reconciliation() == null || (report.purge() == null && !dryRun)) {
            throw new IllegalStateException("Maintenance failed in part; the log tells why");
        }
    }
}
