package io.pixport.benchmarks;

import io.pixport.core.usecase.ReceiveBenchmark;
import io.pixport.http.FormBenchmark;
import io.pixport.http.PageBenchmark;
import io.pixport.http.RoutingBenchmark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The hot paths one by one, by JMH: what each takes and allocates, in one thread. */
final class Micro {
    private static final List<Class<?>> ALL = List.of(
            ReceiveBenchmark.class,
            FormBenchmark.class,
            RoutingBenchmark.class,
            PageBenchmark.class,
            ApiBenchmark.class,
            FunctionBenchmark.class,
            RepositoryBenchmark.class);

    private final Results results = new Results("micro");

    private Micro() throws IOException {}

    /** @param args simple names of the benchmarks to run; none for all */
    public static void main(String[] args) throws IOException, RunnerException {
        Micro micro = new Micro();
        for (Class<?> benchmark : ALL) {
            if (args.length == 0 || List.of(args).contains(benchmark.getSimpleName())) {
                System.err.println(benchmark.getSimpleName());
                micro.add(new Runner(options(benchmark)).run());
            }
        }
        micro.results.finish();
    }

    private static Options options(Class<?> benchmark) {
        TimeValue iteration = TimeValue.milliseconds(Setting.number("MILLIS", 500));
        return new OptionsBuilder()
                .include("^" + benchmark.getName().replace(".", "\\.") + "\\.")
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.MICROSECONDS)
                .forks(Setting.number("RUNS", 2))
                .warmupIterations(Setting.number("WARM_UP", 10))
                .warmupTime(iteration)
                .measurementIterations(Setting.number("ITERATIONS", 3))
                .measurementTime(iteration)
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();
    }

    private void add(Collection<RunResult> runs) throws IOException {
        for (RunResult run : runs) {
            for (BenchmarkResult fork : run.getBenchmarkResults()) {
                for (IterationResult iteration : fork.getIterationResults()) {
                    add(run.getParams(), iteration);
                }
            }
        }
        for (RunResult run : runs) {
            if (run.getParams().getBenchmark().endsWith(".digestAndProbe")) {
                OnePass.measure(run.getParams().getParam("image"), results);
            }
        }
    }

    private void add(BenchmarkParams benchmark, IterationResult iteration) throws IOException {
        double micros = iteration.getPrimaryResult().getScore();
        results.add(row(benchmark), "µs", micros);
        String image = benchmark.getParam("image");
        if (image != null) {
            results.add(row(benchmark), "GB/s", Files.size(Path.of(image)) / micros / 1e3);
        }
        Result<?> allocated =
                Objects.requireNonNull(iteration.getSecondaryResults().get("gc.alloc.rate.norm"));
        // Of what is cleared away after each call, the profiler counts the garbage too.
        if (!benchmark.getBenchmark().endsWith(".recordSaved")) {
            results.add(row(benchmark), "allocated, B", allocated.getScore());
        }
    }

    /** The words of the method's name, and the parameter. */
    private static String row(BenchmarkParams benchmark) {
        String name = benchmark.getBenchmark();
        String words =
                name.substring(name.lastIndexOf('.') + 1).replaceAll("(?<=[a-z])(?=[A-Z0-9])|(?<=[0-9])(?=[A-Z])", " ");
        StringBuilder row = new StringBuilder(words.toLowerCase(Locale.ROOT).replace("json", "JSON"));
        for (String key : benchmark.getParamsKeys()) {
            row.append(", ").append(shown(key, benchmark.getParam(key)));
        }
        return row.toString();
    }

    private static String shown(String key, String value) {
        return switch (key) {
            case "image" -> Path.of(value).getFileName().toString();
            case "images" -> String.format(Locale.ROOT, "among %,d", Integer.parseInt(value));
            default -> value;
        };
    }
}
