package io.pixport.http;

import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;

/** How long requests took, by method, route and status: a histogram for each. */
final class RequestTimes {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final double NANOS_PER_SECOND = 1e9;
    /** Upper bounds in seconds, inclusive. */
    private static final double[] BOUNDS = {
        0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, Double.POSITIVE_INFINITY
    };

    private record Kind(String method, String route, int status) {}

    private static final class Histogram {
        private final LongAdder[] buckets = new LongAdder[BOUNDS.length];
        private final LongAdder nanos = new LongAdder();

        Histogram() {
            Arrays.setAll(buckets, i -> new LongAdder());
        }

        void record(long took) {
            int i = 0;
            while (took / NANOS_PER_SECOND > BOUNDS[i]) {
                i++;
            }
            buckets[i].increment();
            nanos.add(took);
        }

        ClassicHistogramBuckets counts() {
            return ClassicHistogramBuckets.of(
                    BOUNDS, Arrays.stream(buckets).mapToLong(LongAdder::sum).toArray());
        }
    }

    private final ConcurrentMap<Kind, Histogram> histograms = new ConcurrentHashMap<>();

    /** A method that HTTP does not know counts as {@code OTHER}: clients do not decide how many histograms there are. */
    void record(String method, String route, int status, long nanos) {
        Kind kind = new Kind(METHODS.contains(method) ? method : "OTHER", route, status);
        Histogram histogram = histograms.get(kind);
        if (histogram == null) {
            histogram = histograms.computeIfAbsent(kind, first -> new Histogram());
        }
        histogram.record(nanos);
    }

    HistogramSnapshot snapshot() {
        HistogramSnapshot.Builder snapshot =
                HistogramSnapshot.builder().name("http_server_requests_seconds").help("How long requests took");
        histograms.forEach((kind, histogram) -> snapshot.dataPoint(HistogramDataPointSnapshot.builder()
                .labels(Labels.of(
                        "method", kind.method(), "route", kind.route(), "status", String.valueOf(kind.status())))
                .classicHistogramBuckets(histogram.counts())
                .sum(histogram.nanos.sum() / NANOS_PER_SECOND)
                .build()));
        return snapshot.build();
    }
}
