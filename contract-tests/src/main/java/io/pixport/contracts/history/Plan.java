package io.pixport.contracts.history;

import io.pixport.contracts.history.Model.Entry;
import io.pixport.core.model.ImageId;
import io.pixport.core.usecase.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** What an action is about to ask, and everything that the model says may come of it. */
final class Plan {
    /** There is nothing to do it to. */
    static final Plan NOTHING = run(() -> {});

    private final Function<Plan, Outcome<?>> question;
    private final Map<ImageId, List<State>> after = new LinkedHashMap<>();
    private final Map<ImageId, List<State>> interrupted = new LinkedHashMap<>();
    private Class<?> outcome = Outcome.Done.class;
    private boolean bearsFailures;

    private Plan(Function<Plan, Outcome<?>> question) {
        this.question = question;
    }

    /** The answer is to be {@link Outcome.Done}, and nothing changes. */
    static Plan ask(Supplier<Outcome<?>> question) {
        return new Plan(plan -> question.get());
    }

    /** Nothing is answered but what is compared on the spot. */
    static Plan run(Runnable question) {
        return new Plan(plan -> {
            question.run();
            return new Outcome.Done<>("");
        });
    }

    /** The same as {@link #ask}, of ids that come up while it is asked. */
    static Plan find(Function<Plan, Outcome<?>> question) {
        return new Plan(question);
    }

    /** The answer is to be this. */
    Plan answering(Class<?> kind) {
        outcome = kind;
        return this;
    }

    /** What is asked goes on where a call fails, and tells in numbers. */
    Plan bearingFailures() {
        bearsFailures = true;
        return this;
    }

    /** The id is in one of these states when it is done. */
    Plan changing(ImageId id, State... states) {
        after.put(id, List.of(states));
        return this;
    }

    /** The id may as well stay as it is. */
    void orStaying(Entry entry) {
        List<State> states = new ArrayList<>(after.getOrDefault(entry.id(), List.of()));
        states.add(entry.state());
        after.put(entry.id(), states);
    }

    /** The id is in one of these states, or in that before or after, when it is interrupted. */
    Plan interrupted(ImageId id, State... states) {
        interrupted.put(id, List.of(states));
        return this;
    }

    /** What may become of the ids of another becomes of them by this. */
    void include(Plan part) {
        after.putAll(part.after);
        interrupted.putAll(part.interrupted);
    }

    Outcome<?> ask() {
        return question.apply(this);
    }

    Class<?> outcome() {
        return outcome;
    }

    boolean bearsFailures() {
        return bearsFailures;
    }

    /** Every state that each id that it is about may be in afterwards; of two that look alike, the less certain is first. */
    Map<ImageId, List<State>> possible(Model model, boolean wasInterrupted) {
        if (!wasInterrupted) {
            return after;
        }
        Map<ImageId, List<State>> possible = new LinkedHashMap<>();
        after.forEach((id, states) -> {
            List<State> all = new ArrayList<>(interrupted.getOrDefault(id, List.of()));
            all.addAll(states);
            all.add(model.get(id).state());
            possible.put(id, all);
        });
        return possible;
    }
}
