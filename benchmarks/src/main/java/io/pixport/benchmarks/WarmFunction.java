package io.pixport.benchmarks;

import io.pixport.lambda.PixportFunction;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

/**
 * An event in, the answer out, in a function that has been running for a while: a read of metadata over the memory store,
 * which itself takes next to nothing. The environment has to have a {@code PIXPORT_SECRET}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class WarmFunction {
    private static final WarmContext CONTEXT = new WarmContext();

    /** A JPEG; by default from the root of the repository. */
    @Param("contract-tests/src/main/resources/io/pixport/contracts/images/good/small.jpg")
    public String image = "";

    private final PixportFunction function = new PixportFunction();
    private byte[] event = {};

    @Setup
    public void prepare() throws IOException {
        byte[] answer = answer(FunctionEvents.upload(Files.readAllBytes(Path.of(image))));
        event = FunctionEvents.get("/images/" + FunctionEvents.idOf(new String(answer, StandardCharsets.UTF_8)));
    }

    @Benchmark
    public byte[] readOfMetadata() throws IOException {
        return answer(event);
    }

    private byte[] answer(byte[] input) throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        function.handleRequest(new ByteArrayInputStream(input), output, CONTEXT);
        return output.toByteArray();
    }
}
