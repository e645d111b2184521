package io.pixport.http;

import java.nio.charset.StandardCharsets;

/**
 * A response to be sent as it is.
 *
 * @param status the status code
 * @param headers all but {@code Content-Length}, {@code Date} and {@code Connection}, which are the entry's
 * @param body what is sent; for HEAD the entry sends its length only. The entry closes it in every outcome.
 */
public record Response(int status, Headers headers, ResponseBody body) {
    public static Response of(int status) {
        return new Response(status, Headers.of(), ResponseBody.EMPTY);
    }

    public static Response of(int status, String contentType, byte[] body) {
        return new Response(status, Headers.of("Content-Type", contentType), ResponseBody.of(body));
    }

    public static Response of(int status, String contentType, String body) {
        return of(status, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds or replaces a header. */
    public Response with(String name, String value) {
        headers.set(name, value);
        return this;
    }
}
