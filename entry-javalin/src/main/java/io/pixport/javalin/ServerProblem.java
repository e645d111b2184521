package io.pixport.javalin;

import io.pixport.http.Response;
import java.util.HashMap;
import java.util.Map;

/**
 * The problems that the server itself answers, before a request reaches the HTTP contract or after that has failed. They
 * look as all other problems do (RFC 9457).
 */
enum ServerProblem {
    BAD_REQUEST(400, "invalid-request", "The request is not valid", "The request is not valid HTTP/1.1"),
    TIMEOUT(408, "timeout", "The request took too long", "The request did not arrive in time"),
    URI_TOO_LONG(414, "uri-too-long", "The URI is too long", "The URI is longer than this server reads"),
    EXPECTATION(417, "expectation-failed", "The expectation is not met", "Only 100-continue can be expected"),
    UPGRADE(426, "upgrade-required", "The protocol is not spoken here", "This server speaks HTTP/1.1"),
    HEADERS_TOO_LARGE(
            431, "headers-too-large", "The header is too large", "The header fields are larger than this server reads"),
    INTERNAL(500, "internal", "Something went wrong", "Something went wrong; the log says what"),
    STOPPING(503, "unavailable", "The service is not available", "The server is stopping"),
    VERSION(505, "http-version", "The protocol is not spoken here", "This server speaks HTTP/1.1");

    static final String MEDIA_TYPE = "application/problem+json";

    private static final Map<Integer, ServerProblem> BY_STATUS = byStatus();

    private final int status;
    private final String kind;
    private final String title;
    private final String detail;

    ServerProblem(int status, String kind, String title, String detail) {
        this.status = status;
        this.kind = kind;
        this.title = title;
        this.detail = detail;
    }

    /** The problem with this status, or whichever says best what one with it is. */
    static ServerProblem of(int status) {
        return BY_STATUS.getOrDefault(status, status < 500 ? BAD_REQUEST : INTERNAL);
    }

    int status() {
        return status;
    }

    /** @param requestId safe to stand in JSON as it is */
    String json(String requestId) {
        return """
                {"type":"urn:pixport:problem:%s","title":"%s","status":%d,"detail":"%s","instance":"%s","error":"%4$s"}""".formatted(kind, title, status, detail, requestId);
    }

    Response response(String requestId) {
        return Response.of(status, MEDIA_TYPE, json(requestId));
    }

    private static Map<Integer, ServerProblem> byStatus() {
        Map<Integer, ServerProblem> problems = new HashMap<>();
        for (ServerProblem problem : values()) {
            problems.put(problem.status, problem);
        }
        return Map.copyOf(problems);
    }
}
