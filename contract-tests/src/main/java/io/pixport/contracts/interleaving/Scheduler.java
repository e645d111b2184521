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
    private static final long PATIENCE_SECONDS = 30;

    private final ThreadLocal<@Nullable Client<?>> current = new ThreadLocal<>();
    private final IntUnaryOperator choose;

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
        List<Client<T>> all = clients.stream().map(this::started).toList();
        List<Client<T>> waiting = new ArrayList<>(all);
        while (!waiting.isEmpty()) {
            Client<T> next = waiting.get(waiting.size() == 1 ? 0 : choose.applyAsInt(waiting.size()));
            next.goOn();
            if (next.ended) {
                waiting.remove(next);
            }
        }
        return all.stream().map(Client::answer).toList();
    }

    private <T> Client<T> started(Supplier<T> work) {
        Client<T> client = new Client<>();
        Thread.ofVirtual().start(() -> {
            current.set(client);
            client.run(work);
        });
        return client;
    }

    /** Somebody with a thread of its own, who passes it on by two signals; they also make what was written seen. */
    private static final class Client<T> {
        private final Semaphore turn = new Semaphore(0);
        private final Semaphore stopped = new Semaphore(0);
        private boolean ended;
        private @Nullable Supplier<T> answer;

        void run(Supplier<T> work) {
            await(turn);
            try {
                T value = work.get();
                answer = () -> value;
            } catch (Throwable failure) {
                answer = () -> {
                    throw new AssertionError("a client failed", failure);
                };
            }
            ended = true;
            stopped.release();
        }

        void pause() {
            stopped.release();
            await(turn);
        }

        void goOn() {
            turn.release();
            await(stopped);
        }

        T answer() {
            if (answer == null) {
                throw new IllegalStateException("it has not ended");
            }
            return answer.get();
        }

        private static void await(Semaphore signal) {
            try {
                if (!signal.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    throw new AssertionError("nobody went on within " + PATIENCE_SECONDS + " seconds");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted", e);
            }
        }
    }
}
