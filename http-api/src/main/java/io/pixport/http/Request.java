package io.pixport.http;

import java.io.InputStream;

/**
 * A request as it came, of which nothing has been believed yet.
 *
 * @param method in upper case
 * @param path percent-encoded, beginning with a slash, without the query
 * @param query percent-encoded, without the question mark; empty when there is none
 * @param headers as they came
 * @param contentLength what the client announced, or -1; only a hint to refuse early
 * @param body read at most once, by whoever handles the request; closed by the entry. Reading fails with an
 *     {@link java.io.IOException} when the client hangs up, and with a {@link BodyTimeoutException} when it takes too long
 */
public record Request(String method, String path, String query, Headers headers, long contentLength, InputStream body) {
    /** The same request for another path. */
    public Request withPath(String newPath) {
        return new Request(method, newPath, query, headers, contentLength, body);
    }

    /** Neither query nor headers: both may hold secrets. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
