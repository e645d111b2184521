package io.pixport.contracts.http;

import io.pixport.contracts.Multipart;
import io.pixport.contracts.store.LinkClient;
import io.pixport.http.Headers;
import java.net.URI;
import java.util.Map;

/**
 * Follows the links of a store that serves them by HTTP. A refusal counts even if the server has closed the connection
 * before it had the whole body.
 */
public final class SocketLinks implements LinkClient {
    @Override
    public LinkAnswer send(String method, URI url, Map<String, String> headers, byte[] body) {
        Headers all = Headers.of();
        headers.forEach(all::add);
        return send(new Call(method, Call.target(url), all, Body.of(body)), url);
    }

    @Override
    public LinkAnswer post(URI url, Map<String, String> fields, byte[] file) {
        Multipart form = new Multipart();
        fields.forEach(form::field);
        form.file("file", "photo", file);
        return send(Call.post(Call.target(url)).multipart(form), url);
    }

    private static LinkAnswer send(Call call, URI url) {
        Answer answer = new SocketEntry(url.resolve("/"), () -> {}).send(call);
        return new LinkAnswer(
                answer.status(),
                answer.headers().first("Content-Type").orElse(null),
                answer.headers().first("Content-Disposition").orElse(null),
                answer.body());
    }
}
