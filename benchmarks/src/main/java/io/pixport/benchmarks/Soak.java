package io.pixport.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Users at work on a server over S3 and DynamoDB on local servers. In the first half of the time it is left alone, and watched for what
 * grows; in the second half it is killed again and again. In the end, everything that was acknowledged must be as it was
 * acknowledged: what was not deleted is there with its bytes, and what was deleted is not.
 */
final class Soak {
    private static final String NAME = "pixport-soak";
    private static final int USERS = 8;
    private static final String HEAP = "-Xmx256m";
    private static final Duration BETWEEN_SAMPLES = Duration.ofSeconds(5);
    private static final int LONGEST_LIFE_SECONDS = 20;

    private final List<String> arguments;
    private final Map<String, String> settings;
    private final Path temporary;
    private final Results results = new Results("soak");
    private final SplittableRandom random;
    private ServerProcess server;
    private volatile int port;
    private int kills;

    private Soak(String serverJar, Path temporary, long seed) throws IOException {
        this.arguments = List.of(HEAP, "-Djava.io.tmpdir=" + temporary, "-jar", serverJar);
        this.settings = LocalClients.serverSettings(NAME);
        this.temporary = temporary;
        this.random = new SplittableRandom(seed);
        this.server = ServerProcess.start(arguments, settings);
        this.port = server.port();
    }

    /** @param args pixport.jar, and the directory of images */
    public static void main(String[] args) throws Exception {
        long seed = Setting.number("SEED", (int) System.nanoTime());
        System.out.println("SEED=" + seed);
        Duration time = Duration.ofSeconds((long) (60 * Double.parseDouble(Setting.text("MINUTES", "10"))));
        Path temporary = Files.createTempDirectory("pixport-soak-");
        List<String> wrong;
        try {
            wrong = new Soak(args[0], temporary, seed).run(Images.read(Path.of(args[1])), time);
        } finally {
            Directories.delete(temporary);
        }
        wrong.stream().limit(20).forEach(System.err::println);
        System.exit(wrong.isEmpty() ? 0 : 1);
    }

    private List<String> run(Images images, Duration time) throws Exception {
        Queue<String> wrong = new ConcurrentLinkedQueue<>();
        try (SoakClient client = new SoakClient(() -> port)) {
            long start = System.nanoTime();
            long end = start + time.toNanos();
            List<SoakUser> users = IntStream.range(0, USERS)
                    .mapToObj(i -> new SoakUser("soak" + i, client, images, end, random.nextLong(), wrong))
                    .toList();
            List<Thread> threads =
                    users.stream().map(Thread::startVirtualThread).toList();
            watch(start + time.toNanos() / 2);
            long failedUnharmed = client.failed() + client.unanswered();
            killUntil(end);
            for (Thread thread : threads) {
                thread.join();
            }
            restart();
            int checked = 0;
            for (SoakUser user : users) {
                wrong.addAll(user.journal().check(client));
                checked += user.journal().size();
            }
            report(client, failedUnharmed, checked, wrong.size());
            return List.copyOf(wrong);
        } finally {
            server.close();
        }
    }

    /** Samples what may grow, and holds the last third of the samples against the first. */
    private void watch(long end) throws IOException, InterruptedException {
        List<Sample> samples = new ArrayList<>();
        try (Jvm jvm = new Jvm(server.pid())) {
            Thread.sleep(BETWEEN_SAMPLES); // classes are loaded and threads started
            while (System.nanoTime() < end) {
                samples.add(new Sample(jvm.liveHeapBytes() / 1e6, jvm.threads(), jvm.openFiles(), temporaryFiles()));
                Thread.sleep(BETWEEN_SAMPLES);
            }
        }
        int third = Math.max(1, samples.size() / 3);
        samples.subList(0, third).forEach(sample -> sample.addTo(results, "first third"));
        samples.subList(samples.size() - third, samples.size()).forEach(sample -> sample.addTo(results, "last third"));
        for (String column : Sample.FLAT) {
            results.compare("last third", "first third", column, Wanted.atMost(1.2));
        }
    }

    private record Sample(double heap, int threads, long openFiles, long temporaryFiles) {
        private static final String HEAP_COLUMN = "heap after a collection, MB";
        private static final String THREADS_COLUMN = "threads";
        private static final String FILES_COLUMN = "open files and connections";
        private static final List<String> FLAT = List.of(HEAP_COLUMN, THREADS_COLUMN, FILES_COLUMN);

        void addTo(Results results, String row) {
            results.add(row, HEAP_COLUMN, heap);
            results.add(row, THREADS_COLUMN, threads);
            results.add(row, FILES_COLUMN, openFiles);
            results.add(row, "temporary files", temporaryFiles);
        }
    }

    private long temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.list(temporary)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("hsperfdata"))
                    .count();
        }
    }

    private void killUntil(long end) throws IOException, InterruptedException {
        while (true) {
            long life =
                    Duration.ofSeconds(1 + random.nextInt(LONGEST_LIFE_SECONDS)).toNanos();
            long left = end - System.nanoTime();
            Thread.sleep(Duration.ofNanos(Math.clamp(left, 0, life)));
            if (left <= life) {
                return;
            }
            restart();
        }
    }

    private void restart() throws IOException, InterruptedException {
        server.kill();
        kills++;
        server = ServerProcess.start(arguments, settings);
        port = server.port();
    }

    private void report(SoakClient client, long failedUnharmed, int checked, int wrong) throws IOException {
        String row = "the whole run";
        results.add(row, "kills", kills);
        results.add(row, "requests answered", client.answered());
        results.add(row, "failed while it was killed", client.failed() + client.unanswered() - failedUnharmed);
        results.add(row, "failed before", failedUnharmed);
        results.add(row, "images checked in the end", checked);
        results.add(row, "of these and of all answers, wrong", wrong);
        results.add(row, "temporary files in the end", temporaryFiles());
        results.finish();
    }
}
