package io.pixport.contracts.store;

import io.pixport.contracts.Multipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** Follows the links of a store that serves them by HTTP. */
public final class HttpLinks implements LinkClient {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client;

    /** @param client which the caller closes */
    public HttpLinks(HttpClient client) {
        this.client = client;
    }

    @Override
    public LinkAnswer send(String method, URI url, Map<String, String> headers, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .timeout(PATIENCE)
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        try {
            HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
            return new LinkAnswer(
                    answer.statusCode(),
                    answer.headers().firstValue("Content-Type").orElse(null),
                    answer.headers().firstValue("Content-Disposition").orElse(null),
                    answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public LinkAnswer post(URI url, Map<String, String> fields, byte[] file) {
        Multipart form = new Multipart();
        fields.forEach(form::field);
        form.file("file", "photo", file);
        return send("POST", url, Map.of("Content-Type", form.contentType()), form.bytes());
    }
}
