package io.pixport.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the server answers over stores in memory, operation by operation and at several numbers of connections: at most, and
 * in time; and what a request takes. Each operation has a server of its own.
 */
final class ServerLoad {
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final int WARM_UP_CONNECTIONS = 16;
    /** Bytes of uploads: more would neither fit into the store's memory nor be answered in a minute. */
    private static final long MOST_AT_ONCE = 4_000_000_000L;

    private final Pixport pixport;
    private final Images images;
    private final List<Integer> connections;
    private final Duration duration;
    private final int steps;
    private final Results results = new Results("server");

    private ServerLoad(Pixport pixport, Images images) throws IOException {
        this.pixport = pixport;
        this.images = images;
        this.connections = Stream.of(
                        Setting.text("CONNECTIONS", "1 16 256 2000").split(" "))
                .map(Integer::valueOf)
                .toList();
        this.duration = Duration.ofSeconds(pixport.seconds(Setting.number("SECONDS_EACH", 2)));
        this.steps = Setting.number("STEPS", 3);
    }

    /** @param args pixport.jar, and the directory of images */
    public static void main(String[] args) throws IOException, InterruptedException {
        new ServerLoad(new Pixport(args[0]), Images.read(Path.of(args[1]))).run(Setting.number("RUNS", 2));
    }

    private void run(int runs) throws IOException, InterruptedException {
        String only = Setting.text("ONLY", "");
        for (int run = 0; run < runs; run++) {
            for (Operation operation : Operation.all(images)) {
                if (operation.name().contains(only)) {
                    measure(operation);
                }
            }
        }
        results.finish();
    }

    private void measure(Operation operation) throws IOException, InterruptedException {
        try (ServerProcess server = pixport.start();
                Jvm jvm = new Jvm(server.pid())) {
            Trial trial = new Trial(server, Library.fill(server, images), operation, duration);
            trial.warmUp(WARM_UP_CONNECTIONS, WARM_UP);
            for (int number : connectionsFor(operation)) {
                String row = operation.name() + ", " + number + (number == 1 ? " connection" : " connections");
                long allocatedBefore = jvm.allocatedBytes();
                Load.Outcome most = trial.most(number, results, row);
                long allocated = jvm.allocatedBytes() - allocatedBefore;
                trial.erase();
                results.add(row, "allocated by one, KB", allocated / 1e3 / most.requests());
                results.add(row, "a second, 99% within 20 ms", trial.inTime(number, most.perSecond(), steps));
                results.add(row, "RSS, MB", server.memory("VmRSS") / 1e6);
            }
        }
    }

    private List<Integer> connectionsFor(Operation operation) {
        return connections.stream()
                .filter(number -> !operation.uploads() || (long) number * operation.bytes() <= MOST_AT_ONCE)
                .toList();
    }
}
