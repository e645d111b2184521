package io.pixport.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Many uploads of 10 MiB at once into a server with a small heap, which keeps them itself or in S3: none goes on beyond its half before all have come there.
 * Then all images are read back and compared. The first thing that fails ends it.
 */
final class UploadsAtOnce {
    private static final int UPLOADS = 64;
    private static final String HEAP_OF_MEMORY = "-Xmx800m";
    private static final String HEAP_ON_AWS = "-Xmx128m";
    private static final Pattern IMAGE_ID = Pattern.compile("\"image_id\":\"([^\"]+)\"");
    private static final Pattern HEAP_USED =
            Pattern.compile("^jvm_memory_used_bytes\\{area=\"heap\",[^}]*} (\\S+)$", Pattern.MULTILINE);
    private static final Pattern COLLECTOR = Pattern.compile("^jvm_gc_[^{]*\\{gc=\"([^\"]+)\"}", Pattern.MULTILINE);

    private final String serverJar;
    private final String heap;
    private final Map<String, String> settings;
    private final List<LargeImage> images;
    private final List<String> digests = new ArrayList<>();
    private final Results results;

    private UploadsAtOnce(Results results, String serverJar, String heap, Map<String, String> settings, byte[] jpeg)
            throws IOException {
        this.results = results;
        this.serverJar = serverJar;
        this.heap = heap;
        this.settings = settings;
        this.images = IntStream.range(0, UPLOADS)
                .mapToObj(number -> new LargeImage(jpeg, number))
                .toList();
        for (LargeImage image : images) {
            digests.add(image.sha256());
        }
    }

    /** @param args pixport.jar, a JPEG, and {@code aws} for the server to stand on S3 and DynamoDB */
    public static void main(String[] args) throws Exception {
        byte[] jpeg = Files.readAllBytes(Path.of(args[1]));
        UploadsAtOnce uploads = args.length > 2
                ? new UploadsAtOnce(
                        new Results("uploads-at-once-aws"),
                        args[0],
                        HEAP_ON_AWS,
                        LocalClients.serverSettings("pixport-uploads"),
                        jpeg)
                : new UploadsAtOnce(new Results("uploads-at-once"), args[0], HEAP_OF_MEMORY, Map.of(), jpeg);
        int runs = Setting.number("RUNS", 3);
        for (int run = 0; run < runs; run++) {
            for (UploadForm form : UploadForm.values()) {
                uploads.run(form);
            }
        }
        System.out.printf(
                "%d uploads of %,d bytes at once, %s: none failed, all were read back the same.%n",
                UPLOADS, LargeImage.SIZE, uploads.heap);
        uploads.results.finish();
    }

    private void run(UploadForm form) throws IOException, InterruptedException, ExecutionException {
        try (ServerProcess server = ServerProcess.start(List.of(heap, "-jar", serverJar), settings)) {
            long start = System.nanoTime();
            List<String> ids = uploadAll(form, server);
            double seconds = (System.nanoTime() - start) / 1e9;
            record(form, seconds, server);
            compareAll(ids, server);
            Library.eraseUploads(server);
        }
    }

    private List<String> uploadAll(UploadForm form, ServerProcess server)
            throws IOException, InterruptedException, ExecutionException {
        CyclicBarrier half = new CyclicBarrier(UPLOADS);
        List<Callable<String>> uploads = new ArrayList<>();
        for (LargeImage image : images) {
            uploads.add(() -> upload(form, server, image, half));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<String> ids = new ArrayList<>();
            for (Future<String> upload : threads.invokeAll(uploads)) {
                ids.add(upload.get());
            }
            return ids;
        }
    }

    /** A failure ends the others too, which would wait for this one. */
    private static String upload(UploadForm form, ServerProcess server, LargeImage image, CyclicBarrier half)
            throws IOException {
        try (Connection connection = server.connect()) {
            return only(IMAGE_ID, form.upload(connection, image, () -> await(half)));
        } catch (IOException e) {
            System.err.println("An upload failed: " + e);
            half.reset();
            throw e;
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException("not all uploads came to their half", e);
        }
    }

    private static String only(Pattern pattern, String text) throws IOException {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IOException("there is no " + pattern + " in " + text);
        }
        return matcher.group(1);
    }

    private void record(UploadForm form, double seconds, ServerProcess server) throws IOException {
        String row = form.name().toLowerCase(Locale.ROOT);
        results.add(row, "all answered after, s", seconds);
        try (Connection connection = server.connect()) {
            String metrics = connection.getText("/metrics");
            double heap = HEAP_USED
                    .matcher(metrics)
                    .results()
                    .mapToDouble(result -> Double.parseDouble(result.group(1)))
                    .sum();
            results.add(row, "heap in use behind them, MB (" + only(COLLECTOR, metrics) + ")", heap / 1e6);
        }
        results.add(row, "RSS behind them, MB", server.memory("VmRSS") / 1e6);
        results.add(row, "RSS at most, MB", server.memory("VmHWM") / 1e6);
    }

    private void compareAll(List<String> ids, ServerProcess server) throws IOException {
        try (Connection connection = server.connect()) {
            for (int i = 0; i < UPLOADS; i++) {
                byte[] content = connection.get("/images/" + ids.get(i) + "/content");
                if (!LargeImage.sha256(content).equals(digests.get(i))) {
                    throw new IOException("image " + ids.get(i) + " came back changed");
                }
            }
        }
    }
}
