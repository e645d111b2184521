package io.pixport.contracts.interleaving;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets clients run one at a time: each until it {@link #pause pauses} or ends, and then another or the same. No timing is
 * in it, so the same choices give the same run.
 */
public final class Scheduler {
    /** For a whole run, since one that is let go on last waits for all the others. */
    private static final long PATIENCE_SECONDS = 120;

    private final ThreadLocal<@Nullable Client<?>> current = new ThreadLocal<>();
    private final IntUnaryOperator choose;
    /** Those who have not ended. Whoever has the turn looks here for the next. */
    private final List<Client<?>> waiting = new ArrayList<>();

    private final Semaphore ended = new Semaphore(0);

    /** @param choose says, of so many clients that wait, which one goes on, by its number from 0 */
    Scheduler(IntUnaryOperator choose) {
        this.choose = choose;
    }

    /** Where a client may have to let others go first; nothing for who is none. */
    public void pause() {
        Client<?> client = current.get();
        if (client != null) {
            client.pause();
        }
    }

    /**
     * Runs the clients to their ends.
     *
     * @return what they answered, in their order
     * @throws AssertionError when one of them failed
     */
    public <T> List<T> run(List<Supplier<T>> clients) {
        List<Client<T>> all = clients.stream().map(Client<T>::new).toList();
        waiting.addAll(all);
        all.forEach(client -> Thread.ofVirtual().start(client));
        next().turn.release();
        await(ended);
        return all.stream().map(Client::answer).toList();
    }

    private Client<?> next() {
        return waiting.get(waiting.size() == 1 ? 0 : choose.applyAsInt(waiting.size()));
    }

    private static void await(Semaphore signal) {
        try {
            if (!signal.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("the run did not end within " + PATIENCE_SECONDS + " seconds");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** Somebody with a thread of its own, who is given the turn by a signal; that also makes what was written seen. */
    private final class Client<T> implements Runnable {
        private final Semaphore turn = new Semaphore(0);
        private final Supplier<T> work;
        private @Nullable Supplier<T> answer;

        Client(Supplier<T> work) {
            this.work = work;
        }

        @Override
        public void run() {
            current.set(this);
            await(turn);
            try {
                T value = work.get();
                answer = () -> value;
            } catch (Throwable failure) {
                answer = () -> {
                    throw new AssertionError("a client failed", failure);
                };
            }
            waiting.remove(this);
            Semaphore signal = waiting.isEmpty() ? ended : next().turn;
            signal.release();
        }

        /** Whoever goes on itself need not be woken up. */
        void pause() {
            Client<?> next = next();
            if (next != this) {
                next.turn.release();
                await(turn);
            }
        }

        T answer() {
            if (answer == null) {
                throw new IllegalStateException("it has not ended");
            }
            return answer.get();
        }
    }
}
