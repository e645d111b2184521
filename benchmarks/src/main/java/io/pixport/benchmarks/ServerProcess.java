package io.pixport.benchmarks;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A server in a process of its own, as a rule a JVM of the JDK that this one runs on. It is given a free port in {@code PIXPORT_PORT}; of the
 * environment of this process it sees the variables of Pixport and the path of programs, and no others. Closing it stops it; so does the end of
 * this JVM.
 */
final class ServerProcess implements AutoCloseable {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final Process process;
    private final int port;
    private final Thread killer;
    private final Duration startTime;

    private ServerProcess(List<String> command, Map<String, String> settings) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(Redirect.DISCARD).redirectError(Redirect.INHERIT);
        port = freePort();
        builder.environment().keySet().removeIf(name -> !name.startsWith("PIXPORT_") && !name.equals("PATH"));
        builder.environment().put("PIXPORT_PORT", String.valueOf(port));
        builder.environment().putAll(settings);
        long start = System.nanoTime();
        process = builder.start();
        killer = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(killer);
        awaitAnswer(start + PATIENCE.toNanos());
        startTime = Duration.ofNanos(System.nanoTime() - start);
    }

    /**
     * Starts it, and waits until {@code GET /health} is answered.
     *
     * @param arguments of {@code java}
     * @param settings variables of the environment
     */
    static ServerProcess start(List<String> arguments, Map<String, String> settings) throws IOException {
        List<String> command = new ArrayList<>(List.of(JAVA));
        command.addAll(arguments);
        return new ServerProcess(command, settings);
    }

    /** The same of a program that is not written in Java. */
    static ServerProcess startProgram(List<String> command, Map<String, String> settings) throws IOException {
        return new ServerProcess(command, settings);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitAnswer(long deadline) throws IOException {
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() - deadline > 0) {
                process.destroyForcibly();
                throw new IOException("the server did not start");
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    private boolean answers() {
        try (Connection connection = connect()) {
            connection.get("/health");
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    int port() {
        return port;
    }

    Connection connect() throws IOException {
        return new Connection(port);
    }

    /** From the start of its process to its first answer, as seen from here. */
    Duration startTime() {
        return startTime;
    }

    long pid() {
        return process.pid();
    }

    /** What it has used of the processors until now, with the processes that it has started. */
    double cpuSeconds() throws IOException {
        double seconds = Machine.cpuSeconds(process.pid());
        for (ProcessHandle child : process.descendants().toList()) {
            seconds += Machine.cpuSeconds(child.pid());
        }
        return seconds;
    }

    /** Kills it, as a machine that fails. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
        Runtime.getRuntime().removeShutdownHook(killer);
    }

    /** Bytes of its memory, by their name in {@code /proc/PID/status}. */
    double memory(String name) throws IOException {
        return Machine.memory(process.pid(), name);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().removeShutdownHook(killer);
    }
}
