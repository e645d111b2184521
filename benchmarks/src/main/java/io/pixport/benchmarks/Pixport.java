package io.pixport.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The server over stores in memory, with as much of it as the machine can spare. */
final class Pixport {
    private static final String MAX_CONNECTIONS = "4096";

    /** What the memory store takes up in a second, more or less, on a fast machine. */
    private static final double BYTES_PER_SECOND = 1e9;

    private final String jar;
    private final long heap;

    Pixport(String jar) throws IOException {
        this.jar = jar;
        this.heap = (long) (Machine.memory("MemAvailable") * 0.6);
    }

    ServerProcess start() throws IOException {
        return ServerProcess.start(
                List.of("-Xmx" + heap, "-jar", jar),
                Map.of(
                        "PIXPORT_MEMORY_CAPACITY",
                        String.valueOf((long) capacity()),
                        "PIXPORT_MAX_CONNECTIONS",
                        MAX_CONNECTIONS));
    }

    /** As long as the store has room for what may come. */
    int seconds(int wanted) throws IOException {
        int seconds = (int) Math.min(wanted, capacity() / BYTES_PER_SECOND);
        if (seconds < 1) {
            throw new IOException("runs of a second want 2 GB of memory that is free");
        }
        return seconds;
    }

    /** What the collector needs beside the images is left to it. */
    private double capacity() {
        return heap * 0.85;
    }
}
