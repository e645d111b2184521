package io.pixport.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.core.model.Limits;
import io.pixport.core.usecase.ReceiveImage;
import io.pixport.core.usecase.Spool;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.stream.Stream;

/** A reader of uploads over a temporary directory of its own, and the requests to give it. */
final class Uploads implements AutoCloseable {
    static final String BOUNDARY = "----pixport-8d1f";
    static final String MULTIPART = "multipart/form-data; boundary=" + BOUNDARY;

    private final Path directory;
    private final UploadReader reader;

    /** @param memoryThreshold what is spooled in memory; 0 puts everything into files */
    Uploads(int memoryThreshold) {
        this(memoryThreshold, Limits.DEFAULTS);
    }

    Uploads(int memoryThreshold, Limits limits) {
        try {
            directory = Files.createTempDirectory("pixport-http-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Spool spool = new Spool(directory, memoryThreshold);
        reader = new UploadReader(new ReceiveImage(spool, limits), spool, limits, null);
    }

    UploadRequest read(Request request) throws IOException {
        return reader.read(request);
    }

    /** What the reader answers to a request that it refuses. */
    Problem refusal(Request request) throws IOException {
        try (UploadRequest upload = reader.read(request)) {
            throw new AssertionError("was taken: " + upload.details());
        } catch (ProblemException e) {
            return e.problem();
        }
    }

    void assertNothingLeft() {
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        assertNothingLeft();
        try {
            Files.delete(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Request raw(String contentType, String query, byte[] body) {
        return request(contentType, query, body.length, new ByteArrayInputStream(body));
    }

    static Request json(String body) {
        return json(body.getBytes(StandardCharsets.UTF_8));
    }

    static Request json(byte[] body) {
        return raw("application/json", "", body);
    }

    static Request request(String contentType, String query, long contentLength, InputStream body) {
        return new Request("POST", "/images", query, Headers.of("Content-Type", contentType), contentLength, body);
    }

    static byte[] image(String name) {
        try (InputStream in = Uploads.class.getResourceAsStream("/io/pixport/contracts/images/" + name)) {
            if (in == null) {
                throw new AssertionError("no image " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** A multipart body, part by part. */
    static final class Form {
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();

        Form field(String name, String value) {
            return part("form-data; name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8));
        }

        Form file(String name, String fileName, byte[] content) {
            return part("form-data; name=\"" + name + "\"; filename=\"" + fileName + "\"", content);
        }

        Form part(String disposition, byte[] content) {
            body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: " + disposition + "\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(content);
            body.writeBytes(new byte[] {'\r', '\n'});
            return this;
        }

        byte[] bytes() {
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            whole.writeBytes(body.toByteArray());
            whole.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
            return whole.toByteArray();
        }

        Request request() {
            return raw(MULTIPART, "", bytes());
        }
    }
}
