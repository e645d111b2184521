package io.pixport.contracts.history;

import io.pixport.contracts.faults.Faults.Step;
import java.util.EnumSet;
import java.util.Set;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsCollector;

/** Counts what befell which call, for the report of the property, which fails when there is a gap. */
final class Troubles {
    /** Of images in parts and of everything of an owner, which no history has, and of the keys of requests, which are HTTP's. */
    private static final Set<Step> UNHEARD_OF = EnumSet.of(
            Step.BEGIN_UPLOAD,
            Step.LIST_PARTS,
            Step.ASSEMBLE,
            Step.ABORT_UPLOAD,
            Step.LIST_RESERVATIONS,
            Step.CLAIM,
            Step.INTEND,
            Step.FINISH,
            Step.RELEASE);

    private static final int MANY = 1000;

    private static final String LABEL =
            "calls that failed before or after their effect, or were the last of the process";

    private Troubles() {}

    static void count(Trouble trouble) {
        collector().collect(trouble.call(), trouble.kind());
    }

    /** Of many histories, that every call failed in every manner; of few, that every call failed. */
    static void requireAll() {
        boolean many = HistoryBudget.histories() >= MANY;
        collector().coverage(coverage -> {
            for (Step call : Step.values()) {
                boolean heardOf = !UNHEARD_OF.contains(call);
                coverage.checkQuery(values -> values.getFirst() == call).count(count -> count > 0 == heardOf);
                for (Trouble.Kind kind : Trouble.Kind.values()) {
                    coverage.check(call, kind).count(count -> count > 0 == heardOf || !many);
                }
            }
        });
    }

    /** The calls that something can befall. */
    static Set<Step> calls() {
        return EnumSet.complementOf(EnumSet.copyOf(UNHEARD_OF));
    }

    private static StatisticsCollector collector() {
        return Statistics.label(LABEL);
    }
}
