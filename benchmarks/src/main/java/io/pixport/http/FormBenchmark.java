package io.pixport.http;

import io.pixport.core.model.Violation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A multipart form with a file and three fields, read to its end without doing anything with it. */
@State(Scope.Benchmark)
public class FormBenchmark {
    private static final String BOUNDARY = "------------------------d74496d66958873e";
    private static final String FIELDS = """
            --%1$s
            Content-Disposition: form-data; name="user_id"

            user123
            --%1$s
            Content-Disposition: form-data; name="title"

            Beautiful Sunset
            --%1$s
            Content-Disposition: form-data; name="tags"

            sunset,nature
            --%1$s
            Content-Disposition: form-data; name="file"; filename="photo.jpg"
            Content-Type: image/jpeg

            """;

    /** From the root of the repository. */
    @Param({
        "contract-tests/src/main/resources/io/pixport/contracts/images/good/small.jpg",
        "contract-tests/src/main/resources/io/pixport/contracts/images/good/photo.jpg"
    })
    public String image = "";

    private final byte[] buffer = new byte[64 * 1024];
    private byte[] form = {};

    @Setup
    public void prepare() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(ascii(FIELDS.formatted(BOUNDARY)));
        out.write(Files.readAllBytes(Path.of(image)));
        out.write(ascii("\n--%s--\n".formatted(BOUNDARY)));
        form = out.toByteArray();
    }

    private static byte[] ascii(String lines) {
        return lines.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    @Benchmark
    public long multipartForm() throws IOException {
        InputStream body = new ByteArrayInputStream(form);
        Request request = new Request("POST", "/images", "", Headers.of(), form.length, body);
        Violation tooLarge = Violation.invalid("file", "the form is too large");
        long[] length = {0};
        MultipartForm.read(BodyStream.of(request, form.length, tooLarge), BOUNDARY, (name, disposition, content) -> {
            int count;
            while ((count = content.readNBytes(buffer, 0, buffer.length)) > 0) {
                length[0] += count;
            }
            return true;
        });
        return length[0];
    }
}
