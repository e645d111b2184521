package io.pixport.http;

import java.io.InputStream;

/**
 * A request as it came, of which nothing has been believed yet.
 *
 * @param method in upper case
 * @param basePath what stood before the path, such as {@code /prod} for a gateway's stage, and stands before paths in
 *     answers; empty for nothing
 * @param path percent-encoded, beginning with a slash, without the query
 * @param query percent-encoded, without the question mark; empty when there is none
 * @param headers as they came
 * @param contentLength what the client announced, or -1; only a hint to refuse early
 * @param body read at most once, by whoever handles the request; closed by the entry. Reading fails with an
 *     {@link java.io.IOException} when the client hangs up, and with a {@link BodyTimeoutException} when it takes too long
 */
public record Request(
        String method,
        String basePath,
        String path,
        String query,
        Headers headers,
        long contentLength,
        InputStream body) {
    /** A request without a base path. */
    public Request(String method, String path, String query, Headers headers, long contentLength, InputStream body) {
        this(method, "", path, query, headers, contentLength, body);
    }

    /** The same request with another body. */
    public Request withBody(InputStream newBody) {
        return new Request(method, basePath, path, query, headers, contentLength, newBody);
    }

    /** The same request under a longer base path, whether or not its path begins with what is more. */
    Request under(String moreBasePath) {
        boolean begins = !moreBasePath.isEmpty() && path.startsWith(moreBasePath + "/");
        String rest = begins ? path.substring(moreBasePath.length()) : path;
        return new Request(method, basePath + moreBasePath, rest, query, headers, contentLength, body);
    }

    /** Neither query nor headers: both may hold secrets. */
    @Override
    public String toString() {
        return method + " " + basePath + path;
    }
}
