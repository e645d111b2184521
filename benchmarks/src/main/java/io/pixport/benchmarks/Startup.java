package io.pixport.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** How long a start takes to its first answer, and how much memory a server takes that has nothing to do. */
final class Startup {
    private static final int REQUESTS = 1000;
    private static final int EQUAL_READINGS = 3;
    private static final int MAX_READINGS = 150;
    private static final double EQUAL_WITHIN = 100_000;

    private static final String TIME = "first answer after, ms";
    private static final String PIXPORT = "`java -jar pixport.jar`";
    private static final String WITH_CACHE = "with an AOT cache";
    private static final String JAVALIN = "bare Javalin on virtual threads";

    private final Results results = new Results("startup");

    private Startup() throws IOException {}

    /** @param args pixport.jar, its AOT cache, and the jar with the peer */
    public static void main(String[] args) throws IOException {
        Startup startup = new Startup();
        int runs = Setting.number("RUNS", 10);
        for (int run = 0; run < runs; run++) {
            startup.measure(PIXPORT, List.of("-jar", args[0]));
            startup.measure(WITH_CACHE, List.of("-XX:AOTCache=" + args[1], "-jar", args[0]));
            startup.measureTime(JAVALIN, BareServers.arguments(args[2], BareJavalin.class));
        }
        startup.results.compare(PIXPORT, JAVALIN, TIME, Wanted.LOWER);
        startup.results.compare(WITH_CACHE, PIXPORT, TIME, Wanted.LOWER);
        startup.results.finish();
    }

    private void measureTime(String name, List<String> arguments) throws IOException {
        try (ServerProcess server = ServerProcess.start(arguments, Map.of())) {
            recordTime(name, server);
        }
    }

    private void measure(String name, List<String> arguments) throws IOException {
        try (ServerProcess server = ServerProcess.start(arguments, Map.of())) {
            recordTime(name, server);
            results.add(name, "RSS idle, MB", settledMemory(server) / 1e6);
            try (Connection connection = server.connect()) {
                for (int i = 0; i < REQUESTS; i++) {
                    connection.get("/images");
                }
            }
            results.add(name, "RSS after %,d requests, MB".formatted(REQUESTS), settledMemory(server) / 1e6);
        }
    }

    private void recordTime(String name, ServerProcess server) {
        results.add(name, TIME, server.startTime().toNanos() / 1e6);
    }

    /** What it takes once it has been the same for a while: compilers and collectors go on after the last answer. */
    private static double settledMemory(ServerProcess server) throws IOException {
        double last = server.memory("VmRSS");
        int equal = 1;
        for (int reading = 0; reading < MAX_READINGS; reading++) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
            double now = server.memory("VmRSS");
            equal = Math.abs(now - last) <= EQUAL_WITHIN ? equal + 1 : 1;
            last = now;
            if (equal == EQUAL_READINGS) {
                return now;
            }
        }
        throw new IOException("the server's memory does not settle");
    }
}
