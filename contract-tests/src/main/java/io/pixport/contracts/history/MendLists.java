package io.pixport.contracts.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.core.usecase.MendLists.Report;
import java.time.Duration;

/** Holds lists to records, and never finds anything: whatever is written is written to both. */
record MendLists(boolean dryRun) implements Action {
    @Override
    public Plan plan(World world) {
        return Plan.run(() -> {
            Report report = world.service().mendLists().run(null, dryRun, Duration.ofHours(1));
            assertThat(report.stray() + report.lacking()).isZero();
            assertThat(report.next()).isEmpty();
        });
    }
}
