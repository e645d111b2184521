package io.pixport.benchmarks;

import io.pixport.core.port.ImageQuery;
import io.pixport.http.Request;
import io.pixport.http.Response;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The reads that are asked for most often, through the whole HTTP contract and without a socket. */
@State(Scope.Benchmark)
public class ApiBenchmark {
    private static final int IMAGES = 1_000;
    private static final int USERS = 5;

    private final InProcess service = new InProcess();
    private final Request page = InProcess.get("/users/" + Records.user(1) + "/images", "");
    private Request image = page;

    @Setup
    public void prepare() {
        Records.fill(service.repository(), IMAGES, USERS);
        image = InProcess.get(
                "/images/"
                        + service.repository()
                                .list(ImageQuery.EVERYTHING, null, 1)
                                .items()
                                .getFirst()
                                .id(),
                "");
    }

    @Benchmark
    public Response metadataAnswered() {
        return service.api().handle(image);
    }

    @Benchmark
    public Response pageOf20Answered() {
        return service.api().handle(page);
    }
}
