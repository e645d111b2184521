package io.pixport.http;

import java.util.Set;

/**
 * Which pages of other origins may use the service (WHATWG Fetch, CORS protocol).
 *
 * @param origins exactly as browsers send them, such as {@code https://app.example.com}; {@code *} admits every origin; empty
 *     admits none, and no CORS header is sent
 */
public record CorsPolicy(Set<String> origins) {
    /** No page of another origin. */
    public static final CorsPolicy OFF = new CorsPolicy(Set.of());

    public CorsPolicy {
        origins = Set.copyOf(origins);
    }
}
