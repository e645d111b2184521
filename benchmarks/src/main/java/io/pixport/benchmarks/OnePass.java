package io.pixport.benchmarks;

import io.pixport.core.usecase.ReceiveBenchmark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.HdrHistogram.Histogram;

/** SHA-256 and probe in one pass beside SHA-256 alone, by turns: processes of their own meet moments that differ by more. */
final class OnePass {
    private static final int WARM_UP = 4;
    private static final int ROUNDS = 10;
    private static final long NANOS_OF_A_ROUND = 500_000_000;
    private static final double LEAST = 0.9;

    private OnePass() {}

    /** @param image a file */
    static void measure(String image, Results results) throws IOException {
        ReceiveBenchmark benchmark = new ReceiveBenchmark();
        benchmark.image = image;
        benchmark.prepare();
        Path file = Path.of(image);
        String digest = "digest alone, by turns, " + file.getFileName();
        String both = "digest and probe, by turns, " + file.getFileName();
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            Histogram ofDigest = new Histogram(3);
            Histogram ofBoth = new Histogram(3);
            long end = System.nanoTime() + NANOS_OF_A_ROUND;
            while (System.nanoTime() < end) {
                long start = System.nanoTime();
                benchmark.digestAlone();
                long between = System.nanoTime();
                benchmark.digestAndProbe();
                ofDigest.recordValue(between - start);
                ofBoth.recordValue(System.nanoTime() - between);
            }
            if (round >= 0) {
                results.add(digest, "GB/s", (double) Files.size(file) / ofDigest.getValueAtPercentile(50));
                results.add(both, "GB/s", (double) Files.size(file) / ofBoth.getValueAtPercentile(50));
            }
        }
        results.compare(both, digest, "GB/s", Wanted.atLeast(LEAST));
    }
}
