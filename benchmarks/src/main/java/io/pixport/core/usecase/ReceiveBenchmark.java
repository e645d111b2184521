package io.pixport.core.usecase;

import io.pixport.core.model.ImageContent;
import io.pixport.core.model.Limits;
import io.pixport.core.model.Sha256;
import io.pixport.core.probe.ImageProbe;
import io.pixport.core.probe.ProbeResult;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What is done with the bytes of an upload, one by one and together; all read the same stream by the same buffer. */
@State(Scope.Benchmark)
public class ReceiveBenchmark {
    private static final int BUFFER_SIZE = 64 * 1024;

    /** From the root of the repository. */
    @Param({
        "contract-tests/src/main/resources/io/pixport/contracts/images/good/photo.jpg",
        "contract-tests/src/main/resources/io/pixport/contracts/images/good/rgb.png",
        "contract-tests/src/main/resources/io/pixport/contracts/images/good/animated.gif",
        "contract-tests/src/main/resources/io/pixport/contracts/images/good/lossy.webp"
    })
    public String image = "";

    private final byte[] buffer = new byte[BUFFER_SIZE];
    private byte[] bytes = {};
    private ReceiveImage receive = new ReceiveImage(new Spool(Path.of(""), 0), Limits.DEFAULTS);

    @Setup
    public void prepare() throws IOException {
        bytes = Files.readAllBytes(Path.of(image));
        receive = new ReceiveImage(new Spool(Path.of(""), bytes.length), Limits.DEFAULTS);
    }

    private interface Look {
        void at(byte[] buffer, int length);
    }

    private void readAll(Look look) {
        ByteArrayInputStream in = new ByteArrayInputStream(bytes);
        int length;
        while ((length = in.readNBytes(buffer, 0, BUFFER_SIZE)) > 0) {
            look.at(buffer, length);
        }
    }

    /** Copies them into the buffer, as all others do first. */
    @Benchmark
    public byte[] readAlone() {
        readAll((buffer, length) -> {});
        return buffer;
    }

    @Benchmark
    public byte[] digestAlone() {
        MessageDigest digest = Sha256.newDigest();
        readAll((buffer, length) -> digest.update(buffer, 0, length));
        return digest.digest();
    }

    @Benchmark
    public ProbeResult probeAlone() {
        ImageProbe probe = new ImageProbe();
        readAll((buffer, length) -> probe.update(buffer, 0, length));
        return probe.finish();
    }

    /** One pass, which also holds the image to the limits. */
    @Benchmark
    public ImageContent digestAndProbe() throws IOException {
        return done(receive.examine(new ByteArrayInputStream(bytes)));
    }

    /** The same pass, which also keeps the bytes in memory. */
    @Benchmark
    public ImageContent digestProbeAndSpool() throws IOException {
        try (ReceivedImage received = done(receive.receive(new ByteArrayInputStream(bytes)))) {
            return received.content();
        }
    }

    private static <T> T done(Outcome<T> outcome) {
        if (outcome instanceof Outcome.Done<T> done) {
            return done.value();
        }
        throw new IllegalStateException("not taken: " + outcome);
    }
}
