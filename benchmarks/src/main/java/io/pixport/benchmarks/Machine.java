package io.pixport.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What the figures were measured on; of Linux. */
final class Machine {
    private static final double BYTES_PER_KIB = 1024;
    /** A second, to user space on Linux. */
    private static final double CLOCK_TICKS = 100;

    private Machine() {}

    /** The machine's size, its JDK, and how busy it is with other things. */
    static String describe() throws IOException {
        return String.format(
                Locale.ROOT,
                "%d cores, %.1f GB of memory, Linux %s, JDK %s (%s), load before %s",
                Runtime.getRuntime().availableProcessors(),
                memory("MemTotal") / 1e9,
                System.getProperty("os.version").replaceFirst("^(\\d+\\.\\d+).*", "$1"),
                Runtime.version(),
                System.getProperty("java.vendor"),
                Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0]);
    }

    /** Bytes of memory, by their name in {@code /proc/meminfo}. */
    static double memory(String name) throws IOException {
        return BYTES_PER_KIB * kibibytes(Path.of("/proc/meminfo"), name);
    }

    /** Bytes of a process's memory, by their name in {@code /proc/PID/status}. */
    static double memory(long pid, String name) throws IOException {
        return BYTES_PER_KIB * kibibytes(Path.of("/proc/" + pid + "/status"), name);
    }

    /** What a process has used of the processors until now. */
    static double cpuSeconds(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        String[] behindName = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(behindName[11]) + Long.parseLong(behindName[12])) / CLOCK_TICKS;
    }

    private static long kibibytes(Path file, String name) throws IOException {
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith(name + ":")) {
                return Long.parseLong(line.replaceAll("[^0-9]", ""));
            }
        }
        throw new IOException(file + " has no " + name);
    }
}
