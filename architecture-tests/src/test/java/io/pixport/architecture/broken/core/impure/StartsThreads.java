package io.pixport.architecture.broken.core.impure;

import io.pixport.architecture.Breaks;
import io.pixport.architecture.Rule;
import java.util.List;
import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

@Breaks(Rule.CORE_STARTS_NO_THREAD_AND_NEVER_SLEEPS)
final class StartsThreads {
    private StartsThreads() {}

    static Thread thread(Runnable task) {
        return new Thread(task);
    }

    static Thread virtual(Runnable task) {
        return Thread.startVirtualThread(task);
    }

    static Thread built(Runnable task) {
        return Thread.ofVirtual().start(task);
    }

    static ExecutorService pool() {
        return Executors.newCachedThreadPool();
    }

    static ForkJoinPool forkJoin() {
        return ForkJoinPool.commonPool();
    }

    static CompletableFuture<Void> future(Runnable task) {
        return CompletableFuture.runAsync(task);
    }

    static Timer timer() {
        return new Timer();
    }

    static void sleep() throws InterruptedException {
        Thread.sleep(1);
    }

    static void sleepByUnit() throws InterruptedException {
        TimeUnit.SECONDS.sleep(1);
    }

    static void park() {
        LockSupport.parkNanos(1);
    }

    static Stream<String> parallel(Stream<String> names) {
        return names.parallel();
    }

    static Stream<String> parallelStream(List<String> names) {
        return names.parallelStream();
    }
}
