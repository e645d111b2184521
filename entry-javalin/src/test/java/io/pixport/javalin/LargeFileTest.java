package io.pixport.javalin;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.Digests;
import io.pixport.contracts.ImageMaker;
import io.pixport.core.model.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.DigestInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A file that is much larger than the heap of the server, straight to S3 and back. */
@Execution(ExecutionMode.CONCURRENT)
final class LargeFileTest {
    private static final Pattern ANNOUNCEMENT = Pattern.compile("(http://127\\.0\\.0\\.1:\\d+)");
    private static final Pattern ID = Pattern.compile("\"image_id\":\"([^\"]+)\"");
    private static final Pattern PART = Pattern.compile("\"size\":(\\d+),\"arrived\":false,\"url\":\"([^\"]+)\"");
    private static final int SIZE = 48 << 20;

    private final byte[] image = ImageMaker.jpegOfSize(SIZE);

    @Test
    void it_is_sent_in_parts_completed_and_read_in_bounded_memory() throws Exception {
        Map<String, String> environment = new HashMap<>(TestBucket.provisioned().environment());
        environment.put("PIXPORT_PORT", "0");
        environment.put("PIXPORT_MAX_IMAGE_SIZE", Integer.toString(SIZE));
        try (ServerProcess server = ServerProcess.start(List.of("-Xmx40m"), environment);
                HttpClient client = HttpClient.newHttpClient()) {
            String url = first(ANNOUNCEMENT, server.line());
            String reserved = post(
                    client,
                    url + "/uploads",
                    "{\"user_id\": \"me\", \"content_type\": \"image/jpeg\", \"size\": %d}".formatted(SIZE));
            String id = first(ID, reserved);
            sendParts(client, reserved);

            String complete = post(client, url + "/uploads/" + id + "/complete", "");

            String sha256 = Digests.sha256(image).hex();
            assertThat(complete).contains("\"size\":" + SIZE, "\"sha256\":\"" + sha256 + '"');
            assertThat(digestAt(client, url + "/images/" + id + "/content")).isEqualTo(sha256);
        }
    }

    private static String first(Pattern pattern, String text) {
        return pattern.matcher(text).results().findFirst().orElseThrow().group(1);
    }

    private void sendParts(HttpClient client, String reserved) throws IOException, InterruptedException {
        int sent = 0;
        Matcher parts = PART.matcher(reserved);
        while (parts.find()) {
            int size = Integer.parseInt(parts.group(1));
            HttpRequest request = HttpRequest.newBuilder(URI.create(parts.group(2)))
                    .PUT(BodyPublishers.ofByteArray(image, sent, size))
                    .build();
            assertThat(client.send(request, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(200);
            sent += size;
        }
        assertThat(sent).isEqualTo(SIZE);
    }

    private static String post(HttpClient client, String url, String json) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build();
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isIn(200, 201);
        return response.body();
    }

    private static String digestAt(HttpClient client, String url) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
        try (InputStream body =
                        client.send(request, BodyHandlers.ofInputStream()).body();
                DigestInputStream in = new DigestInputStream(body, Sha256.newDigest())) {
            in.transferTo(OutputStream.nullOutputStream());
            return Sha256.of(in.getMessageDigest().digest()).hex();
        }
    }
}
