package io.pixport.lambda;

import io.pixport.http.Headers;
import io.pixport.http.Request;
import io.pixport.http.RequestIds;
import org.jspecify.annotations.Nullable;

/**
 * A request in the words of a gateway.
 *
 * @param basePath what the gateway's address has before the path, such as a stage
 * @param path percent-encoded
 * @param query percent-encoded
 * @param requestId the gateway's; null when it gives none
 */
record Event(
        Gateway gateway,
        String method,
        String basePath,
        String path,
        String query,
        Headers headers,
        @Nullable String requestId,
        EventBody body) {
    /** The request under an id, and as long as the client said. */
    Request request(String id) {
        Headers all = Headers.of();
        headers.forEach(all::add);
        all.set(RequestIds.HEADER, id);
        return new Request(method, basePath, path, query, all, announcedLength(), body.open());
    }

    private long announcedLength() {
        String length = headers.first("Content-Length").orElse("");
        return length.matches("[0-9]{1,18}") ? Long.parseLong(length) : -1;
    }

    /** Neither query nor headers: both may hold secrets. */
    @Override
    public String toString() {
        return method + " " + basePath + path;
    }
}
