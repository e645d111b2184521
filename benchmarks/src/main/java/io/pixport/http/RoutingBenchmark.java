package io.pixport.http;

import io.pixport.benchmarks.InProcess;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** From a method and a path to what answers them, among all routes that there are. */
@State(Scope.Benchmark)
public class RoutingBenchmark {
    private final Router router = new Router(new InProcess().api().routes());
    private final Route last = router.routes().getLast();

    @Benchmark
    public Object routeToAnImage() {
        return router.match("GET", "/images/0197d0b5-5c8a-7cc3-98c4-dc0c0c07398f");
    }

    /** A segment that is named like its parameter is one as well. */
    @Benchmark
    public Object routeToTheLast() {
        return router.match(last.method(), last.template());
    }
}
