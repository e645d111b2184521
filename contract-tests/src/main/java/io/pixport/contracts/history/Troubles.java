package io.pixport.contracts.history;

import io.pixport.contracts.faults.Faults.Step;
import java.util.EnumSet;
import java.util.Set;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsCollector;

/** Counts what befell which call, for the report of the property, which fails when there is a gap. */
final class Troubles {
    /** Of which few histories need not have one. */
    private static final Set<Step> SELDOM =
            EnumSet.of(Step.LIST_PARTS, Step.ASSEMBLE, Step.LIST_RESERVATIONS, Step.INTEND, Step.RELEASE);

    private static final int MANY = 1000;

    private static final String LABEL =
            "calls that failed before or after their effect, or were the last of the process";

    private Troubles() {}

    static void count(Trouble trouble) {
        collector().collect(trouble.call(), trouble.kind());
    }

    /** Of many histories, that every call failed in every manner; of few, that every call failed that is not seldom. */
    static void requireAll() {
        boolean many = HistoryBudget.histories() >= MANY;
        collector().coverage(coverage -> {
            for (Step call : Step.values()) {
                coverage.checkQuery(values -> values.getFirst() == call)
                        .count(count -> count > 0 || !many && SELDOM.contains(call));
                for (Trouble.Kind kind : Trouble.Kind.values()) {
                    coverage.check(call, kind).count(count -> count > 0 || !many);
                }
            }
        });
    }

    private static StatisticsCollector collector() {
        return Statistics.label(LABEL);
    }
}
