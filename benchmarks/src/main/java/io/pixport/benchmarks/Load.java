package io.pixport.benchmarks;

import io.hyperfoil.api.config.BenchmarkBuilder;
import io.hyperfoil.api.config.PhaseBuilder;
import io.hyperfoil.api.config.ScenarioBuilder;
import io.hyperfoil.api.config.SequenceBuilder;
import io.hyperfoil.api.connection.Connection;
import io.hyperfoil.api.session.PhaseInstance;
import io.hyperfoil.api.session.Session;
import io.hyperfoil.api.statistics.StatisticsSnapshot;
import io.hyperfoil.core.impl.LocalSimulationRunner;
import io.hyperfoil.function.SerializableBiFunction;
import io.hyperfoil.http.config.HttpPluginBuilder;
import io.hyperfoil.http.config.Protocol;
import io.hyperfoil.http.handlers.RangeStatusValidator;
import io.hyperfoil.http.steps.HttpRequestStepBuilder;
import io.hyperfoil.http.steps.HttpStepCatalog;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Loads a server on this machine by Hyperfoil, with one thread of this process. The first answer that is no success ends it.
 * The time of a request includes its wait for a free connection: so a stall counts for all that it holds up.
 */
final class Load {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** More requests than these and those of a quarter of a second need not wait: the 99th percentile is lost by then. */
    private static final int MIN_WAITING = 64;

    private final int port;
    private final int connections;

    Load(int port, int connections) {
        this.port = port;
        this.connections = connections;
    }

    /** What came of a run. */
    record Outcome(long requests, double perSecond, double p99Millis) {}

    /** On each connection, the next request follows the answer: the most that the server answers. */
    Outcome closed(List<Ask> asks, Duration duration) throws IOException, InterruptedException {
        return run(duration, phases -> {
            PhaseBuilder<?> phase = phases.always(connections).duration(duration.toMillis());
            SequenceBuilder sequence = phase.scenario().initialSequence("asks");
            for (Ask ask : asks) {
                for (int i = 0; i < ask.weight(); i++) {
                    add(ask, sequence);
                }
            }
        });
    }

    /**
     * Requests are due at random times that nothing holds up, at a rate that is constant in the mean.
     */
    Outcome open(List<Ask> asks, int perSecond, Duration duration) throws IOException, InterruptedException {
        return run(duration, phases -> {
            PhaseBuilder<?> phase = phases.constantRate(perSecond)
                    .maxSessions(connections + MIN_WAITING + perSecond / 4)
                    .duration(duration.toMillis());
            for (Ask ask : asks) {
                ScenarioBuilder scenario = asks.size() == 1
                        ? phase.scenario()
                        : phase.fork("ask" + asks.indexOf(ask))
                                .weight(ask.weight())
                                .scenario();
                add(ask, scenario.initialSequence("ask"));
            }
        });
    }

    private interface Phases {
        void add(PhaseBuilder.Catalog phases);
    }

    private Outcome run(Duration duration, Phases phases) throws IOException, InterruptedException {
        BenchmarkBuilder benchmark = BenchmarkBuilder.builder().name("load").threads(1);
        benchmark
                .addPlugin(HttpPluginBuilder::new)
                .http()
                .protocol(Protocol.HTTP)
                .host("127.0.0.1")
                .port(port)
                .allowHttp2(false)
                .sharedConnections(connections)
                .requestTimeout(PATIENCE.toMillis());
        phases.add(benchmark.addPhase("load"));
        Tally tally = new Tally();
        LocalSimulationRunner runner = new LocalSimulationRunner(
                benchmark.build(), (phase, step, metric, snapshot, countDown) -> tally.add(snapshot), null, null);
        await(runner::run, duration.plus(PATIENCE.multipliedBy(2)));
        long start = runner.instances().values().stream()
                .mapToLong(PhaseInstance::absoluteStartTime)
                .min()
                .orElseThrow();
        return tally.outcome(start);
    }

    /** The runner waits for ever for a connection that it does not get. */
    private static void await(Runnable run, Duration patience) throws IOException, InterruptedException {
        try {
            CompletableFuture.runAsync(run, Thread.ofPlatform().daemon()::start)
                    .get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new IOException("the load did not end: " + e, e);
        }
    }

    private static void add(Ask ask, SequenceBuilder sequence) {
        sequence.step(HttpStepCatalog.SC).clearHttpCache(); // or an answer that may be cached is not asked for again
        HttpRequestStepBuilder request = sequence.step(HttpStepCatalog.SC)
                .httpRequest(ask.method())
                .path(ask.path())
                .timeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        ask.headers().forEach((name, value) -> request.headers().header(name, value));
        if (ask.body().length > 0) {
            request.body(direct(ask.body()));
        }
        request.handler().status(new RangeStatusValidator(ask.status(), ask.status()));
        request.endStep();
    }

    /** The bytes where the kernel reads them: from the heap, all of the rest of a body is copied for each write of it. */
    private static SerializableBiFunction<Session, Connection, ByteBuf> direct(byte[] body) {
        ByteBuffer bytes = ByteBuffer.allocateDirect(body.length).put(body).flip();
        return (session, connection) -> Unpooled.wrappedBuffer(bytes);
    }

    /** Sums up what the phases of a run tell when they have ended. */
    private static final class Tally {
        private final StatisticsSnapshot sum = new StatisticsSnapshot();
        private long end;

        synchronized void add(StatisticsSnapshot snapshot) {
            sum.add(snapshot);
            end = System.currentTimeMillis();
        }

        synchronized Outcome outcome(long start) throws IOException {
            if (sum.errors() + sum.invalid > 0 || sum.responseCount == 0) {
                throw new IOException("the server refused or failed: " + sum);
            }
            double seconds = (end - start) / 1e3;
            return new Outcome(
                    sum.responseCount, sum.responseCount / seconds, sum.histogram.getValueAtPercentile(99) / 1e6);
        }
    }
}
