package io.pixport.http;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names requests, so that an answer and the lines of the log about it can be brought together. */
public final class RequestIds {
    /** The header that carries the id both ways. */
    public static final String HEADER = "X-Request-Id";

    /** The key of the id in the context of log lines (MDC). */
    public static final String LOG_KEY = "request_id";

    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private RequestIds() {}

    /** The first id, of those that the client or a gateway sent, that can stand in headers and logs as it is; else a new one. */
    public static String of(@Nullable String... sent) {
        for (String id : sent) {
            if (id != null && SANE.matcher(id).matches()) {
                return id;
            }
        }
        return UUID.randomUUID().toString();
    }
}
