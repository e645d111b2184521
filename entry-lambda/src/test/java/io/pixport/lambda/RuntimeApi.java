package io.pixport.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.pixport.contracts.Eventually;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lambda's side of a function: gives events to the runtime of one process, and takes what it answers.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">The Runtime API</a>
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
final class RuntimeApi implements AutoCloseable {
    private static final String ROOT = "/2018-06-01/runtime/";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private record Invoked(String id, byte[] event, Duration time) {}

    /** What a process said: {@code response} or {@code error} of an invocation, or {@code init/error}. */
    record Said(String what, byte[] body) {
        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    private final HttpServer server;
    private final BlockingQueue<Invoked> invocations = new LinkedBlockingQueue<>();
    private final BlockingQueue<Said> said = new LinkedBlockingQueue<>();
    private final List<String> log = new CopyOnWriteArrayList<>();
    private final Process process;
    private final Thread reader;

    /** Starts a process with a handler. */
    RuntimeApi(Class<?> handler, Map<String, String> environment) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(ROOT, this::serve);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        process = start(handler, environment);
        reader = Thread.startVirtualThread(this::readLog);
    }

    private Process start(Class<?> handler, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath(),
                "com.amazonaws.services.lambda.runtime.api.client.AWSLambda",
                handler.getName());
        builder.environment().keySet().removeIf(name -> name.startsWith("PIXPORT_") || name.startsWith("AWS_"));
        builder.environment()
                .put(
                        "AWS_LAMBDA_RUNTIME_API",
                        "127.0.0.1:" + server.getAddress().getPort());
        builder.environment().put("_HANDLER", handler.getName());
        builder.environment().putAll(environment);
        return builder.redirectErrorStream(true).start();
    }

    /** What Lambda gives a function, which is what is in its jar, and the runtime. The tests' own classes come besides. */
    private static String classPath() {
        return String.join(
                File.pathSeparator,
                "target/classes",
                System.getProperty("pixport.function.class-path"),
                ofTheTests("aws-lambda-java-"),
                "target/test-classes",
                ofTheTests("snakeyaml"));
    }

    private static String ofTheTests(String library) {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.contains(library))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private void readLog() {
        process.inputReader(StandardCharsets.UTF_8).lines().forEach(line -> {
            log.add(line);
            System.out.println(line);
        });
    }

    /** Waits for a line of the log with these words. */
    void awaitLog(String words) {
        Eventually.within(PATIENCE, () -> assertThat(log).anyMatch(line -> line.contains(words)));
    }

    /** Ends the process, and gives all that it has logged. */
    List<String> end() throws InterruptedException {
        process.destroyForcibly();
        reader.join();
        return log;
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath().substring(ROOT.length());
            if (path.equals("invocation/next")) {
                giveNext(exchange);
            } else {
                byte[] body = exchange.getRequestBody().readAllBytes();
                said.add(new Said(path.replaceFirst("^invocation/[^/]+/", ""), body));
                exchange.sendResponseHeaders(202, -1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void giveNext(HttpExchange exchange) throws IOException, InterruptedException {
        Invoked next = invocations.take();
        long deadline = System.currentTimeMillis() + next.time().toMillis();
        exchange.getResponseHeaders().set("Content-Type", "application/json"); // without, the runtime crashes
        exchange.getResponseHeaders().set("Lambda-Runtime-Aws-Request-Id", next.id());
        exchange.getResponseHeaders().set("Lambda-Runtime-Deadline-Ms", Long.toString(deadline));
        exchange.getResponseHeaders()
                .set("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:us-east-1:123456789012:function:pixport");
        exchange.sendResponseHeaders(200, next.event().length);
        exchange.getResponseBody().write(next.event());
    }

    /** Invokes the function, which has so much time, and waits for what it says. */
    Said invoke(byte[] event, Duration time) throws InterruptedException {
        invocations.add(new Invoked(UUID.randomUUID().toString(), event, time));
        return said();
    }

    /** Waits for what the process says. */
    Said said() throws InterruptedException {
        Said next = said.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("the function has said nothing; its process is " + process);
        }
        return next;
    }

    /** Waits for the process to end by itself. */
    boolean ends() throws InterruptedException {
        return process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        process.destroyForcibly();
        server.stop(0);
    }
}
