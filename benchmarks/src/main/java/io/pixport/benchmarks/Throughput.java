package io.pixport.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How many uploads and reads of metadata a server answers in a second, beside bare Jetty. Each run is a new process, which
 * is warmed up and then measured; the servers take turns. The first answer that is no success ends it.
 */
final class Throughput {
    private static final String PIXPORT = "pixport.jar";
    private static final String JETTY = "bare Jetty";
    private static final Pattern IMAGE_ID = Pattern.compile("\"image_id\":\"([^\"]+)\"");

    private static final String UPLOAD =
            "/images?user_id=user123&title=Beautiful%20Sunset&tags=sunset,nature&filename=photo.jpg";

    /** What the memory store takes up in a second, more or less, on a fast machine. */
    private static final double BYTES_PER_SECOND = 1e9;

    private static final int MAX_SECONDS = 10;
    private static final int WARM_UP_SECONDS = 5;
    /** It takes thousands of uploads until all that one does has been compiled to the end. */
    private static final int WARM_UP_UPLOADS = 10_000;

    private final String serverJar;
    private final String peersJar;
    private final Path photo;
    private final Wrk wrk;
    private final long heap;
    private final int uploadSeconds;
    private final Measurements measurements = new Measurements();

    private Throughput(String serverJar, String peersJar, Path photo, Wrk wrk) throws IOException {
        this.serverJar = serverJar;
        this.peersJar = peersJar;
        this.photo = photo;
        this.wrk = wrk;
        this.heap = (long) (Machine.memory("MemAvailable") * 0.6);
        this.uploadSeconds = (int) Math.min(MAX_SECONDS, capacity() / BYTES_PER_SECOND);
        if (uploadSeconds < 3) {
            throw new IOException("a run of three seconds wants 6 GB of memory that is free");
        }
    }

    /** @param args pixport.jar, the jar with the peer, a JPEG, and the script for wrk */
    public static void main(String[] args) throws IOException, InterruptedException {
        Machine.print();
        new Throughput(args[0], args[1], Path.of(args[2]), new Wrk(args[3])).run(Setting.number("RUNS", 5));
    }

    private void run(int runs) throws IOException, InterruptedException {
        System.out.printf("-Xmx%dm for both servers; %d connections%n", heap >> 20, Wrk.CONNECTIONS);
        Path document = Files.createTempFile("pixport-benchmark-", ".json");
        try {
            for (int run = 0; run < runs; run++) {
                try (ServerProcess server = pixport()) {
                    measureUploads(PIXPORT, server, Throughput::eraseAll);
                }
                try (ServerProcess server = jetty(document)) {
                    measureUploads(JETTY, server, nothing -> {});
                }
                String path;
                try (ServerProcess server = pixport()) {
                    path = uploadOne(server, document);
                    measureReads(PIXPORT, server, path);
                }
                try (ServerProcess server = jetty(document)) {
                    measureReads(JETTY, server, path);
                }
            }
        } finally {
            Files.delete(document);
        }
        measurements.print();
        System.out.println("Uploads, as a ratio: " + measurements.ratio(uploads(PIXPORT), uploads(JETTY)));
        System.out.println("Reads, as a ratio: " + measurements.ratio(reads(PIXPORT), reads(JETTY)));
    }

    private ServerProcess pixport() throws IOException {
        Map<String, String> settings = Map.of("PIXPORT_MEMORY_CAPACITY", String.valueOf((long) capacity()));
        return ServerProcess.start(List.of(maxHeap(), "-jar", serverJar), settings);
    }

    private ServerProcess jetty(Path document) throws IOException {
        List<String> arguments = Peers.arguments(peersJar, BareJetty.class, document.toString());
        return ServerProcess.start(
                Stream.concat(Stream.of(maxHeap()), arguments.stream()).toList(), Map.of());
    }

    private String maxHeap() {
        return "-Xmx" + heap;
    }

    /** What the collector needs beside the images is left to it. */
    private double capacity() {
        return heap * 0.85;
    }

    private String uploadOne(ServerProcess server, Path document) throws IOException {
        try (Connection connection = server.connect()) {
            byte[] bytes = Files.readAllBytes(photo);
            connection.post(UPLOAD, "image/jpeg", bytes.length).write(bytes);
            Matcher id = IMAGE_ID.matcher(new String(connection.receive(201), StandardCharsets.UTF_8));
            if (!id.find()) {
                throw new IOException("the answer to an upload has no image_id");
            }
            String path = "/images/" + id.group(1);
            Files.write(document, connection.get(path));
            return path;
        }
    }

    private void measureUploads(String name, ServerProcess server, Cleanup cleanup)
            throws IOException, InterruptedException {
        for (long done = 0; done < WARM_UP_UPLOADS; ) {
            done += wrk.upload(server.port(), UPLOAD, photo, uploadSeconds).requests();
            cleanup.run(server);
        }
        Wrk.Result result = wrk.upload(server.port(), UPLOAD, photo, uploadSeconds);
        measurements.add(uploads(name), result.perSecond());
        measurements.add(name + ": 99% of uploads within, ms", result.p99Millis());
    }

    private void measureReads(String name, ServerProcess server, String path) throws IOException, InterruptedException {
        wrk.get(server.port(), path, WARM_UP_SECONDS);
        Wrk.Result result = wrk.get(server.port(), path, MAX_SECONDS);
        measurements.add(reads(name), result.perSecond());
        measurements.add(name + ": 99% of reads within, ms", result.p99Millis());
    }

    /** Makes room for more uploads. */
    private interface Cleanup {
        void run(ServerProcess server) throws IOException;
    }

    private static void eraseAll(ServerProcess server) throws IOException {
        try (Connection connection = server.connect()) {
            List<String> ids = ids(connection);
            while (!ids.isEmpty()) {
                for (String id : ids) {
                    connection.delete("/images/" + id + "?permanent=true");
                }
                ids = ids(connection);
            }
        }
    }

    private static List<String> ids(Connection connection) throws IOException {
        return IMAGE_ID.matcher(connection.getText("/images?limit=100"))
                .results()
                .map(id -> id.group(1))
                .toList();
    }

    private static String uploads(String name) {
        return name + ": uploads a second";
    }

    private static String reads(String name) {
        return name + ": reads a second";
    }
}
