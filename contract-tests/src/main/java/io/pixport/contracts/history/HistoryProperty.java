package io.pixport.contracts.history;

import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AddLifecycleHook;

/**
 * Whatever users do, and wherever a store fails or the process dies: what was answered with success stays true, all answers
 * agree, and what is left over is invisible and goes in time.
 *
 * <p>How many histories there are is said by the system property {@code pixport.test.histories}. One that fails is printed
 * with its seed and as short as it can be made, and jqwik's database has it run first from then on; the short one is Java,
 * and goes into {@link KnownHistories}.
 */
public interface HistoryProperty {
    /** A pair of adapters for a history; it may hold other things besides. */
    HistoryFixture adapters();

    /**
     * Whether looking costs little: then what a step was about is looked at after each, and everything after every tenth.
     * Else only that of which the outcome is uncertain is looked at, and everything at the end.
     */
    default boolean isFast() {
        return true;
    }

    /** Whether a history that fails is told without what has nothing to do with its failure. */
    default boolean shortens() {
        return true;
    }

    /** By which histories are made again that were made before; empty for others each time. */
    default Optional<String> seed() {
        return Optional.empty();
    }

    @Example
    default void whatOnceWentWrongGoesWell() {
        KnownHistories.ALL.forEach(history -> new Story(this, history).play());
    }

    @Property(edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    @AddLifecycleHook(HistoryBudget.class)
    default void whateverHappensWhatWasAnsweredStaysTrue(@ForAll("histories") History history) {
        try {
            new Story(this, history).play();
        } catch (AssertionError failure) {
            throw shortens() ? shortened(history, failure) : failure;
        }
    }

    /** Where the failure was one of the moment, it is told as it came. */
    private AssertionError shortened(History failing, AssertionError first) {
        History shortest = Shortening.of(failing, history -> failure(history).isPresent());
        AssertionError failure = failure(shortest).orElse(first);
        return new AssertionError("%s%n%s".formatted(shortest, failure.getMessage()), failure);
    }

    private Optional<AssertionError> failure(History history) {
        try {
            new Story(this, history).play();
            return Optional.empty();
        } catch (AssertionError failure) {
            return Optional.of(failure);
        }
    }

    @Provide
    default Arbitrary<History> histories() {
        return Histories.any();
    }
}
