package io.pixport.contracts.history;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Leaves out of a history whatever it fails without. */
final class Shortening {
    private final Predicate<History> fails;
    private History shortest;

    private Shortening(History failing, Predicate<History> fails) {
        this.shortest = failing;
        this.fails = fails;
    }

    /** @return a part of the history that fails as well; without any one of its steps or troubles it does not */
    static History of(History failing, Predicate<History> fails) {
        Shortening shortening = new Shortening(failing, fails);
        for (int size = failing.turns().size() / 2; size > 1; size /= 2) {
            shortening.leaveOutSteps(size);
        }
        shortening.leaveOutTroubles();
        while (shortening.leaveOutSteps(1)) {}
        return shortening.shortest;
    }

    /** @return whether some could be left out */
    private boolean leaveOutSteps(int number) {
        boolean found = false;
        for (int end = shortest.turns().size();
                end >= number;
                end = Math.min(end - 1, shortest.turns().size())) {
            List<Turn> rest = new ArrayList<>(shortest.turns());
            rest.subList(end - number, end).clear();
            found |= isTaken(rest);
        }
        return found;
    }

    private void leaveOutTroubles() {
        for (int i = 0; i < shortest.turns().size(); i++) {
            List<Turn> rest = new ArrayList<>(shortest.turns());
            rest.set(i, new Turn(rest.get(i).action(), null));
            isTaken(rest);
        }
    }

    private boolean isTaken(List<Turn> turns) {
        History shorter = new History(shortest.trash(), turns);
        boolean taken = fails.test(shorter);
        shortest = taken ? shorter : shortest;
        return taken;
    }
}
