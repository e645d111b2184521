package io.pixport.contracts.interleaving;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;

/** In which orders clients are let go on. A failure tells the choices of its order, by which it can be had again. */
public final class Orders {
    private static final long SEED = 20_26_11;

    private Orders() {}

    /**
     * Every order there is, the choices being counted up like the digits of a number.
     *
     * @param run has to be the same again but for the choices
     * @return how many there were
     */
    public static int every(Consumer<Scheduler> run) {
        List<Choice> prefix = List.of();
        int orders = 0;
        do {
            Choices choices = new Choices(prefix, alternatives -> 0);
            choices.tell(run);
            prefix = following(choices.made);
            orders++;
        } while (!prefix.isEmpty());
        return orders;
    }

    /** So many orders by chance, always the same ones. */
    public static void some(int number, Consumer<Scheduler> run) {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < number; i++) {
            new Choices(List.of(), random::nextInt).tell(run);
        }
    }

    /** The order of these choices, as a failure told them. */
    public static void one(List<Integer> choices, Consumer<Scheduler> run) {
        List<Choice> all =
                choices.stream().map(chosen -> new Choice(chosen, chosen + 1)).toList();
        new Choices(all, alternatives -> 0).tell(run);
    }

    /** The last choice that can be another is; those behind it are made anew. Empty after the last order. */
    private static List<Choice> following(List<Choice> made) {
        int last = made.size() - 1;
        while (last >= 0 && made.get(last).isLast()) {
            last--;
        }
        if (last < 0) {
            return List.of();
        }
        List<Choice> next = new ArrayList<>(made.subList(0, last + 1));
        next.set(last, made.get(last).next());
        return next;
    }

    private record Choice(int chosen, int alternatives) {
        boolean isLast() {
            return chosen == alternatives - 1;
        }

        Choice next() {
            return new Choice(chosen + 1, alternatives);
        }
    }

    private static final class Choices {
        private final List<Choice> prefix;
        private final IntUnaryOperator then;
        private final List<Choice> made = new ArrayList<>();

        Choices(List<Choice> prefix, IntUnaryOperator then) {
            this.prefix = prefix;
            this.then = then;
        }

        private int choose(int alternatives) {
            int chosen = made.size() < prefix.size() ? prefix.get(made.size()).chosen() : then.applyAsInt(alternatives);
            made.add(new Choice(chosen, alternatives));
            return chosen;
        }

        void tell(Consumer<Scheduler> run) {
            try {
                run.accept(new Scheduler(this::choose));
            } catch (AssertionError | RuntimeException failure) {
                List<Integer> order = made.stream().map(Choice::chosen).toList();
                throw new AssertionError("in the order " + order + ": " + failure.getMessage(), failure);
            }
        }
    }
}
