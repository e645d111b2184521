package io.pixport.core.port;

import java.net.URI;
import java.time.Instant;
import java.util.Map;

/**
 * A link that admits exactly one kind of request to exactly one object, to whoever has it. It is a secret: it is given
 * to the one who asked and never logged, so {@link #toString()} leaves the URL out.
 *
 * @param method the HTTP method that it admits
 * @param url where to send the request
 * @param headers what the request has to carry, exactly, besides {@code Host} and the {@code Content-Length} that its body
 *     has; empty for reading
 * @param expiresAt from when on it is refused; sooner than was asked for where the store cannot promise as much
 */
public record PresignedUrl(String method, URI url, Map<String, String> headers, Instant expiresAt)
        implements PresignedLink {
    public PresignedUrl {
        headers = Map.copyOf(headers);
    }

    @Override
    public String toString() {
        return "PresignedUrl[method=" + method + ", expiresAt=" + expiresAt + "]";
    }
}
