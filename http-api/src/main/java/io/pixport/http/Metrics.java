package io.pixport.http;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What is counted about the service. Counting touches plain counters only; the registry, which takes longer to set up
 * than all else that serves a request, is made when metrics are first asked for.
 */
final class Metrics {
    /** Prometheus text format, version 0.0.4. */
    static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final RequestTimes times = new RequestTimes();
    private final LongAdder inFlight = new LongAdder();
    private final LongAdder bytesReceived = new LongAdder();
    private final LongAdder bytesSent = new LongAdder();
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable PrometheusMeterRegistry registry;

    /** Counts the requests that {@code next} is handling, and the bytes of bodies that come and go. */
    Handler around(Handler next) {
        return request -> {
            inFlight.increment();
            try {
                Response response = next.handle(counted(request));
                return request.method().equals("HEAD") ? response : counted(response);
            } finally {
                inFlight.decrement();
            }
        };
    }

    private Response counted(Response response) {
        ResponseBody body = response.body();
        if (body.length() == ResponseBody.UNKNOWN_LENGTH) {
            ResponseBody counted = ResponseBody.of(new CountedStream(body.open(), bytesSent));
            return new Response(response.status(), response.headers(), counted);
        }
        bytesSent.add(body.length());
        return response;
    }

    private Request counted(Request request) {
        return request.withBody(new CountedStream(request.body(), bytesReceived));
    }

    /**
     * Counts an answered request.
     *
     * @param routeTemplate such as {@code /images/{image_id}}, never a path as it came
     */
    void record(String method, String routeTemplate, int status, long nanos) {
        times.record(method, routeTemplate, status, nanos);
    }

    /** All metrics as they are now. */
    String scrape() {
        lock.lock();
        try {
            if (registry == null) {
                registry = registry();
            }
            return registry.scrape(CONTENT_TYPE);
        } finally {
            lock.unlock();
        }
    }

    private PrometheusMeterRegistry registry() {
        PrometheusMeterRegistry made = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        made.getPrometheusRegistry().register(times::snapshot);
        Gauge.builder("http.server.requests.in.flight", inFlight, LongAdder::sum)
                .description("Requests that are being handled")
                .register(made);
        FunctionCounter.builder("http.server.request.body.bytes", bytesReceived, LongAdder::sum)
                .description("Bytes read of the bodies of requests")
                .register(made);
        FunctionCounter.builder("http.server.response.body.bytes", bytesSent, LongAdder::sum)
                .description("Bytes of the bodies of responses")
                .register(made);
        new JvmMemoryMetrics().bindTo(made);
        new JvmThreadMetrics().bindTo(made);
        new ProcessorMetrics().bindTo(made);
        new UptimeMetrics().bindTo(made);
        ManagementFactory.getGarbageCollectorMXBeans().forEach(collector -> bind(collector, made));
        return made;
    }

    /** Without the listener of Micrometer's own binder, which would keep the registry alive for as long as the JVM. */
    private static void bind(GarbageCollectorMXBean collector, PrometheusMeterRegistry registry) {
        FunctionTimer.builder(
                        "jvm.gc.collection",
                        collector,
                        GarbageCollectorMXBean::getCollectionCount,
                        GarbageCollectorMXBean::getCollectionTime,
                        TimeUnit.MILLISECONDS)
                .description("Time spent in garbage collection")
                .tag("gc", collector.getName())
                .register(registry);
    }

    private static final class CountedStream extends FilterInputStream {
        private final LongAdder count;

        CountedStream(InputStream in, LongAdder count) {
            super(in);
            this.count = count;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            if (read >= 0) {
                count.increment();
            }
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            if (read > 0) {
                count.add(read);
            }
            return read;
        }
    }
}
