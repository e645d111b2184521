package io.pixport.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Loads a server with an operation, and notes what it takes. */
final class Trial {
    /** What a request may take, but for one in a hundred. */
    static final double GOAL_MILLIS = 20;

    /** Requests come at random: of few that are due, none might come. */
    private static final double MIN_DUE = 10;

    static final String MOST = "a second, at most";
    static final String MEGABYTES = "MB a second, at most";
    static final String CPU = "CPU time of one, µs";

    private final ServerProcess server;
    private final Operation operation;
    private final List<Ask> asks;
    private final Duration duration;

    Trial(ServerProcess server, Library library, Operation operation, Duration duration)
            throws IOException, InterruptedException {
        this.server = server;
        this.operation = operation;
        this.asks = operation.asks().of(server, library);
        this.duration = duration;
    }

    void warmUp(int connections, Duration warmUp) throws IOException, InterruptedException {
        for (long end = System.nanoTime() + warmUp.toNanos(); System.nanoTime() < end; ) {
            closed(connections);
        }
    }

    /** As much as it answers on some connections; what was uploaded is left there. */
    Load.Outcome most(int connections, Results results, String row) throws IOException, InterruptedException {
        double cpuBefore = server.cpuSeconds();
        Load.Outcome outcome = new Load(server.port(), connections).closed(asks, duration);
        results.add(row, MOST, outcome.perSecond());
        if (operation.bytes() > 0) {
            results.add(row, MEGABYTES, outcome.perSecond() * operation.bytes() / 1e6);
        }
        results.add(row, CPU, (server.cpuSeconds() - cpuBefore) / outcome.requests() * 1e6);
        return outcome;
    }

    /**
     * The highest rate at which requests are answered in time, found by halving.
     *
     * @param most rate that is too high
     * @param steps by how many halvings
     */
    double inTime(int connections, double most, int steps) throws IOException, InterruptedException {
        double found = 0;
        double step = most / 2;
        double rate = step;
        for (int i = 0; i < steps; i++) {
            Load.Outcome outcome = open(connections, Math.max(1, (int) rate));
            erase();
            step /= 2;
            if (outcome.p99Millis() <= GOAL_MILLIS) {
                found = Math.max(found, outcome.perSecond());
                rate += step;
            } else {
                rate -= step;
            }
        }
        return found;
    }

    private Load.Outcome open(int connections, int perSecond) throws IOException, InterruptedException {
        Duration enough = Duration.ofMillis((long) (MIN_DUE / perSecond * 1e3));
        return new Load(server.port(), connections)
                .open(asks, perSecond, enough.compareTo(duration) > 0 ? enough : duration);
    }

    private void closed(int connections) throws IOException, InterruptedException {
        new Load(server.port(), connections).closed(asks, duration);
        erase();
    }

    /** Makes room for more uploads. */
    void erase() throws IOException {
        if (operation.uploads()) {
            Library.eraseUploads(server);
        }
    }
}
