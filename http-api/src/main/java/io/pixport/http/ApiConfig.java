package io.pixport.http;

import io.pixport.core.model.InvalidValueException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What can be set about the HTTP contract.
 *
 * @param basePath a prefix under which all paths work as well, such as {@code /dev}; empty for none
 * @param authenticator who is asking
 * @param cors who may ask from a page of another origin
 * @param secret signs page tokens; the same in all processes that serve one API, at least 32 bytes
 * @param payloadLimits what the entry can carry; null for an entry that streams
 */
public record ApiConfig(
        String basePath,
        Authenticator authenticator,
        CorsPolicy cors,
        Secret secret,
        @Nullable PayloadLimits payloadLimits) {
    private static final Pattern BASE_PATH = Pattern.compile("(/[A-Za-z0-9._~-]+)*");

    public ApiConfig {
        if (!BASE_PATH.matcher(basePath).matches()) {
            throw new InvalidValueException("a base path is empty or like /dev, got \"" + basePath + "\"");
        }
    }

    /** For an entry that streams. */
    public ApiConfig(String basePath, Authenticator authenticator, CorsPolicy cors, Secret secret) {
        this(basePath, authenticator, cors, secret, null);
    }

    /** The same for an entry that can carry so much. */
    public ApiConfig with(PayloadLimits limits) {
        return new ApiConfig(basePath, authenticator, cors, secret, limits);
    }
}
