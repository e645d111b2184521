package io.pixport.contracts.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.history.Model.Entry;
import io.pixport.contracts.history.State.Active;
import io.pixport.contracts.history.State.Missing;
import io.pixport.core.model.ImageId;
import io.pixport.core.usecase.Reconcile.Report;
import io.pixport.core.usecase.Reconcile.Scope;
import java.util.List;

/** Holds bytes and records together: no image lacks its bytes but those that were lost, and nobody sees anything else of it. */
record Reconcile(boolean dryRun) implements Action {
    @Override
    public Plan plan(World world) {
        List<Entry> all = world.model().all().toList();
        List<ImageId> missing = all.stream()
                .filter(entry -> isMissed(world, entry))
                .map(Entry::id)
                .toList();
        Plan plan = Plan.run(() -> reconcile(world, missing));
        if (!dryRun) {
            all.forEach(entry -> mend(world, entry, plan));
        }
        return plan;
    }

    private static void mend(World world, Entry entry, Plan plan) {
        if (entry.state() instanceof Missing missing && !missing.image().lost()) {
            plan.changing(entry.id(), missing.image().next());
        } else if (entry.is(Active.class) && isMissed(world, entry)) {
            plan.changing(entry.id(), new Missing(entry.active().next()));
        }
    }

    private static boolean isMissed(World world, Entry entry) {
        return switch (entry.state()) {
            case Missing missing -> missing.image().lost();
            case Active active ->
                active.lost() && !active.uploadedAt().plus(world.orphanAge()).isAfter(world.now());
            default -> false;
        };
    }

    private void reconcile(World world, List<ImageId> missing) {
        Scope scope = Scope.since(world.begin());
        Report report = world.service().reconcile().run(dryRun ? scope.asDryRun() : scope);
        assertThat(report.missing()).containsExactlyInAnyOrderElementsOf(missing);
        assertThat(report.complete()).isTrue();
        assertThat(dryRun ? report.removed() : 0).isZero();
    }
}
