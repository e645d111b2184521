package io.pixport.contracts.http;

import io.pixport.http.Headers;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An answer that has been read to its end.
 *
 * @param body all bytes; empty for HEAD
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Answer(int status, Headers headers, byte[] body) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** The first value of a header; empty when there is none. */
    String header(String name) {
        return headers.first(name).orElse("");
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            throw new AssertionError("the answer is not JSON: " + this, e);
        }
    }

    /**
     * What stands at a place in the JSON, as Java's own types.
     *
     * @param pointer as of RFC 6901
     * @return null for null and for nothing
     */
    @Nullable Object at(String pointer) {
        return JSON.treeToValue(json().at(pointer), Object.class);
    }

    /** The text at a place in the JSON. */
    public String textAt(String pointer) {
        JsonNode node = json().at(pointer);
        if (!node.isString()) {
            throw new AssertionError("there is no text at " + pointer + " of " + this);
        }
        return node.asString();
    }

    @Override
    public String toString() {
        String shown = text();
        return status + " " + headers + " " + (shown.length() > 500 ? shown.substring(0, 500) + "..." : shown);
    }
}
