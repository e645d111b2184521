package io.pixport.benchmarks;

import io.pixport.aws.AwsClients;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.sync.RequestBody;

/**
 * Many direct uploads of 10 MiB, completed at once by a server whose heap has hardly room for itself: if each held more than
 * 1 MB of its image, most would fail. The first that fails ends it.
 */
final class CompletionsAtOnce {
    private static final int UPLOADS = 24;
    private static final String HEAP = "-Xmx48m";
    private static final String BUCKET = "pixport-completions";
    private static final Pattern IMAGE_ID = Pattern.compile("\"image_id\":\"([^\"]+)\"");

    /** How bytes arrive, and under which key. */
    private enum Method {
        PUT("sent by link", "images/"),
        POST("posted by form", "uploads/");

        private final String row;
        private final String prefix;

        Method(String row, String prefix) {
            this.row = row;
            this.prefix = prefix;
        }
    }

    private final AwsClients clients;
    private final byte[] jpeg;
    private final Results results = new Results("completions-at-once");

    private CompletionsAtOnce(AwsClients clients, byte[] jpeg) throws IOException {
        this.clients = clients;
        this.jpeg = jpeg;
    }

    /** @param args pixport.jar and a JPEG */
    public static void main(String[] args) throws Exception {
        Map<String, String> settings = new HashMap<>(LocalClients.serverSettings(BUCKET));
        settings.put("PIXPORT_MULTIPART_THRESHOLD", String.valueOf(2 * LargeImage.SIZE));
        CompletionsAtOnce completions =
                new CompletionsAtOnce(LocalClients.open(BUCKET), Files.readAllBytes(Path.of(args[1])));
        for (int run = Setting.number("RUNS", 3); run > 0; run--) {
            for (Method method : Method.values()) {
                try (ServerProcess server = ServerProcess.start(List.of(HEAP, "-jar", args[0]), settings)) {
                    completions.run(method, server);
                }
            }
        }
        System.out.printf("%d completions of %,d bytes at once, %s: none failed.%n", UPLOADS, LargeImage.SIZE, HEAP);
        completions.results.finish();
    }

    private void run(Method method, ServerProcess server) throws Exception {
        List<Callable<byte[]>> completions = new ArrayList<>();
        for (int number = 0; number < UPLOADS; number++) {
            String id = reserved(method, new LargeImage(jpeg, number), server);
            completions.add(() -> complete(id, server));
        }
        results.add(method.row, "RSS before, MB", server.memory("VmRSS") / 1e6);
        long start = System.nanoTime();
        completeAll(completions);
        results.add(method.row, "all answered after, s", (System.nanoTime() - start) / 1e9);
        results.add(method.row, "RSS at most, MB", server.memory("VmHWM") / 1e6);
    }

    /** Reserves an upload, and lets its bytes arrive. */
    private String reserved(Method method, LargeImage image, ServerProcess server) throws IOException {
        byte[] request = """
                {"user_id": "bench", "method": "%s", "content_type": "image/jpeg", "size": %d, "sha256": "%s"}""".formatted(method, LargeImage.SIZE, image.sha256()).getBytes(StandardCharsets.UTF_8);
        try (Connection connection = server.connect()) {
            try (OutputStream out = connection.post("/uploads", "application/json", request.length)) {
                out.write(request);
                String id = id(connection.receive(201));
                ByteArrayOutputStream bytes = new ByteArrayOutputStream(LargeImage.SIZE);
                image.writeTo(bytes, () -> {});
                clients.s3()
                        .putObject(
                                put -> put.bucket(BUCKET).key(method.prefix + id),
                                RequestBody.fromBytes(bytes.toByteArray()));
                return id;
            }
        }
    }

    private static byte[] complete(String id, ServerProcess server) throws IOException {
        try (Connection connection = server.connect()) {
            connection.post("/uploads/" + id + "/complete", "application/json", 0);
            return connection.receive(200);
        }
    }

    private static void completeAll(List<Callable<byte[]>> completions)
            throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<byte[]> completion : threads.invokeAll(completions)) {
                completion.get();
            }
        }
    }

    private static String id(byte[] json) throws IOException {
        Matcher matcher = IMAGE_ID.matcher(new String(json, StandardCharsets.UTF_8));
        if (!matcher.find()) {
            throw new IOException("the answer has no image_id");
        }
        return matcher.group(1);
    }
}
