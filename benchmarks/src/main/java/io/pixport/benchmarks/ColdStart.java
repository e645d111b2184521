package io.pixport.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * From the start of a function's process to its first answer, {@code GET /images/{id}} over S3 and DynamoDB, beside a bare
 * function that asks the same of them.
 */
final class ColdStart {
    private static final List<String> QUICK = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    /** How a function is started, and what it is called. */
    private record Variant(String name, List<String> flags, boolean cached) {}

    private static final String TIME = "first answer after, ms";
    private static final String HANDLER = "io.pixport.lambda.PixportFunction";

    private static final List<Variant> VARIANTS = List.of(
            new Variant("the jar alone", List.of(), false),
            new Variant("C1 and SerialGC", QUICK, false),
            new Variant("AOT cache", List.of(), true),
            new Variant("AOT cache, C1 and SerialGC", QUICK, true));

    /** What is started, and from which jars. */
    private record Peer(String name, String handler, String classPath) {}

    /** One of all that are measured. */
    private record Start(String row, Peer peer, List<String> flags) {}

    private final Results results = new Results("cold-start");
    private final Map<String, String> environment;
    private final Path caches;

    private ColdStart(Map<String, String> environment, Path caches) throws IOException {
        this.environment = environment;
        this.caches = caches;
    }

    /**
     * @param args the directory of Lambda's runtime, pixport-lambda.jar, this module's own jar, an image, and possibly the
     *     jars of another HTTP client of the SDK
     */
    public static void main(String[] args) throws IOException {
        String function = runtime(Path.of(args[0])) + File.pathSeparator + args[1];
        List<Peer> peers = new ArrayList<>();
        peers.add(new Peer("Pixport", HANDLER, function));
        peers.add(new Peer("bare", BareFunction.class.getName(), function + File.pathSeparator + args[2]));
        if (args.length > 4) {
            peers.add(new Peer("Pixport over another client", HANDLER, args[4] + File.pathSeparator + function));
        }
        Map<String, String> environment = LocalClients.serverSettings("pixport-cold-start");
        Path caches = Files.createTempDirectory("pixport-cold-start-");
        ColdStart coldStart = new ColdStart(environment, caches);
        try {
            coldStart.measure(peers, Files.readAllBytes(Path.of(args[3])));
        } finally {
            Directories.delete(caches);
        }
        for (Variant variant : VARIANTS) {
            coldStart.results.compare(row(peers.get(0), variant), row(peers.get(1), variant), TIME, Wanted.atMost(1.3));
        }
        coldStart.results.finish();
    }

    private static String runtime(Path directory) throws IOException {
        try (var jars = Files.list(directory)) {
            return String.join(
                    File.pathSeparator, jars.map(Path::toString).sorted().toList());
        }
    }

    private static String row(Peer peer, Variant variant) {
        return peer.name() + ", " + variant.name();
    }

    private void measure(List<Peer> peers, byte[] image) throws IOException {
        String id;
        try (FunctionProcess function = start(peers.getFirst(), List.of())) {
            id = FunctionEvents.idOf(function.invoke(FunctionEvents.HTTP_API.upload(image)));
        }
        byte[] event = FunctionEvents.HTTP_API.get("/images/" + id);
        List<Start> starts = new ArrayList<>();
        for (Variant variant : VARIANTS) {
            for (Peer peer : peers) {
                List<String> flags = variant.cached() ? cached(peer, variant, event) : variant.flags();
                starts.add(new Start(row(peer, variant), peer, flags));
            }
        }
        for (int run = Setting.number("RUNS", 10); run > 0; run--) {
            for (Start start : starts) {
                time(start, event);
            }
        }
    }

    private void time(Start start, byte[] event) throws IOException {
        long begin = System.nanoTime();
        try (FunctionProcess function = start(start.peer(), start.flags())) {
            requireAnswer(function.invoke(event));
            results.add(start.row(), TIME, (System.nanoTime() - begin) / 1e6);
        }
    }

    /** The flags of a start with a cache, which is made by one that answers what will be asked. */
    private List<String> cached(Peer peer, Variant variant, byte[] event) throws IOException {
        Path cache = Files.createTempDirectory(caches, "cache").resolve("function.aot");
        List<String> training = new ArrayList<>(variant.flags());
        training.add("-XX:AOTCacheOutput=" + cache);
        try (FunctionProcess function = start(peer, training)) {
            requireAnswer(function.invoke(event));
        }
        List<String> flags = new ArrayList<>(variant.flags());
        flags.addAll(List.of("-XX:AOTCache=" + cache, "-XX:AOTMode=on"));
        return flags;
    }

    private FunctionProcess start(Peer peer, List<String> flags) throws IOException {
        return new FunctionProcess(flags, peer.classPath(), peer.handler(), environment);
    }

    private static void requireAnswer(String answer) {
        if (!answer.contains("\"statusCode\":200")) {
            throw new IllegalStateException("the function failed: " + answer);
        }
    }
}
