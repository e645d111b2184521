package io.pixport.benchmarks;

import io.hyperfoil.http.api.HttpMethod;
import java.util.Map;

/**
 * A request that is sent again and again, the same each time.
 *
 * @param status that its answer must have
 * @param weight how often it is sent, among others
 */
record Ask(HttpMethod method, String path, Map<String, String> headers, byte[] body, int status, int weight) {
    private static final byte[] NOTHING = {};

    static Ask get(String path) {
        return new Ask(HttpMethod.GET, path, Map.of(), NOTHING, 200, 1);
    }

    static Ask get(String path, int status, String header, String value) {
        return new Ask(HttpMethod.GET, path, Map.of(header, value), NOTHING, status, 1);
    }

    static Ask post(String path, String contentType, byte[] body) {
        return new Ask(HttpMethod.POST, path, Map.of("Content-Type", contentType), body, 201, 1);
    }

    Ask weighted(int weight) {
        return new Ask(method, path, headers, body, status, weight);
    }
}
