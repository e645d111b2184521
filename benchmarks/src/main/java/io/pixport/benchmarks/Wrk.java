package io.pixport.benchmarks;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs wrk, a load generator, with one thread: it needs little, and the servers are on the same machine. */
final class Wrk {
    static final int CONNECTIONS = 16;

    private static final Pattern RESULT =
            Pattern.compile("RESULT requests=(\\d+) micros=(\\d+) p99_micros=(\\d+) errors=(\\d+)");

    private final String script;

    /** @param script the file that makes wrk print its result */
    Wrk(String script) {
        this.script = script;
    }

    /** What came of a run in which every answer was a success. */
    record Result(long requests, double perSecond, double p99Millis) {}

    /** Gets the same path again and again. */
    Result get(int port, String path, int seconds) throws IOException, InterruptedException {
        return run(port, path, seconds, Map.of());
    }

    /** Posts the same JPEG again and again. */
    Result upload(int port, String path, Path jpeg, int seconds) throws IOException, InterruptedException {
        return run(port, path, seconds, Map.of("UPLOAD", jpeg.toString()));
    }

    private Result run(int port, String path, int seconds, Map<String, String> environment)
            throws IOException, InterruptedException {
        String url = "http://127.0.0.1:" + port + path;
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        "wrk", "-t1", "-c" + CONNECTIONS, "-d" + seconds + "s", "--timeout", "30s", "-s", script, url))
                .redirectError(Redirect.INHERIT);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher result = RESULT.matcher(output);
        if (process.waitFor() != 0 || !result.find() || number(result, 4) > 0) {
            throw new IOException("wrk met errors, such as a store that is full:\n" + output);
        }
        return new Result(number(result, 1), number(result, 1) * 1e6 / number(result, 2), number(result, 3) / 1e3);
    }

    private static long number(Matcher result, int group) {
        return Long.parseLong(result.group(group));
    }
}
