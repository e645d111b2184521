package io.pixport.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Calls that are made by many threads at the same moment. */
public final class AtOnce {
    private AtOnce() {}

    /**
     * Makes calls on virtual threads, none of which begins before all are there.
     *
     * @param call is given its number, from 0
     * @return what the calls returned, in the order of their numbers
     * @throws AssertionError when a call failed
     */
    public static <T> List<T> call(int times, IntFunction<T> call) {
        CyclicBarrier start = new CyclicBarrier(times);
        List<Future<T>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < times; i++) {
                int number = i;
                running.add(threads.submit(() -> {
                    start.await();
                    return call.apply(number);
                }));
            }
        }
        return running.stream().map(AtOnce::result).toList();
    }

    private static <T> T result(Future<T> done) {
        try {
            return done.get();
        } catch (ExecutionException e) {
            throw new AssertionError("one of the calls made at once failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
