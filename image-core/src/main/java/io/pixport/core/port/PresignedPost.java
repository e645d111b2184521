package io.pixport.core.port;

import java.net.URI;
import java.time.Instant;
import java.util.Map;

/**
 * A form that admits one kind of upload of one object, to whoever has it: a POST of {@code multipart/form-data} (RFC 7578)
 * with a part for each field and then, as the last part, the bytes under the name {@code file}. It is a secret as a
 * {@link PresignedUrl} is, so {@link #toString()} leaves URL and fields out.
 *
 * @param url where to post the form
 * @param fields what the form has to carry, exactly and nothing besides but the file
 * @param expiresAt from when on it is refused; sooner than was asked for where the store cannot promise as much
 */
public record PresignedPost(URI url, Map<String, String> fields, Instant expiresAt) implements PresignedLink {
    public PresignedPost {
        fields = Map.copyOf(fields);
    }

    @Override
    public String toString() {
        return "PresignedPost[expiresAt=" + expiresAt + "]";
    }
}
