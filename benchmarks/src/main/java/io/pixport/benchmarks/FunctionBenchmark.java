package io.pixport.benchmarks;

import io.pixport.lambda.PixportFunction;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * An event in, the answer out, in a function that has been running for a while: a read of metadata over the memory store,
 * which itself takes next to nothing. The environment has to have a {@code PIXPORT_SECRET}.
 */
@State(Scope.Benchmark)
public class FunctionBenchmark {
    private static final WarmContext CONTEXT = new WarmContext();
    private static final Path IMAGE =
            Path.of("contract-tests/src/main/resources/io/pixport/contracts/images/good/small.jpg");

    @Param
    public FunctionEvents gateway = FunctionEvents.HTTP_API;

    private final PixportFunction function = new PixportFunction();
    private byte[] event = {};

    @Setup
    public void prepare() throws IOException {
        byte[] answer = answer(gateway.upload(Files.readAllBytes(IMAGE)));
        event = gateway.get("/images/" + FunctionEvents.idOf(new String(answer, StandardCharsets.UTF_8)));
        String found = new String(answer(event), StandardCharsets.UTF_8);
        if (!found.startsWith("{\"statusCode\":200,")) {
            throw new IllegalStateException("not found: " + found);
        }
    }

    @Benchmark
    public byte[] eventAnswered() throws IOException {
        return answer(event);
    }

    private byte[] answer(byte[] input) throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        function.handleRequest(new ByteArrayInputStream(input), output, CONTEXT);
        return output.toByteArray();
    }
}
