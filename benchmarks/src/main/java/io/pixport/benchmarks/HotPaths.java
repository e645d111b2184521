package io.pixport.benchmarks;

import io.pixport.core.model.Limits;
import io.pixport.core.port.ImageQuery;
import io.pixport.core.usecase.Outcome;
import io.pixport.core.usecase.ReceiveImage;
import io.pixport.core.usecase.ReceivedImage;
import io.pixport.core.usecase.Spool;
import io.pixport.http.Request;
import io.pixport.http.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What is done most often, in one thread and without a socket; {@code -prof gc} shows what each allocates. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class HotPaths {
    private static final int IMAGES = 1_000;
    private static final int USERS = 5;

    /** A JPEG; by default from the root of the repository. */
    @Param("contract-tests/src/main/resources/io/pixport/contracts/images/good/photo.jpg")
    public String photo = "";

    private final InProcess service = new InProcess();
    private final Request page = InProcess.get("/users/" + Records.user(1) + "/images", "");
    private Request image = page;
    private byte[] bytes = {};
    private ReceiveImage receive = new ReceiveImage(new Spool(Path.of(""), 0), Limits.DEFAULTS);

    @Setup
    public void prepare() throws IOException {
        bytes = Files.readAllBytes(Path.of(photo));
        receive = new ReceiveImage(new Spool(Path.of(""), bytes.length), Limits.DEFAULTS);
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

    /** Spools the photo in memory, digests and probes it. */
    @Benchmark
    public Outcome<ReceivedImage> receive() throws IOException {
        Outcome<ReceivedImage> outcome = receive.receive(new ByteArrayInputStream(bytes));
        outcome.map(received -> {
            received.close();
            return received;
        });
        return outcome;
    }

    @Benchmark
    public Response readOfMetadata() {
        return service.answer(image);
    }

    @Benchmark
    public Response pageOfAUser() {
        return service.answer(page);
    }
}
