package io.pixport.http;

import io.pixport.http.Problem.FieldError;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Problems as {@code application/problem+json} (RFC 9457). */
final class ProblemJson {
    static final String CONTENT_TYPE = "application/problem+json";

    private ProblemJson() {}

    /** @param requestId names the request in the log; null when it has none */
    static Response response(Problem problem, @Nullable String requestId) {
        byte[] body = JsonBytes.write(json -> {
            json.writeStartObject();
            json.writeStringProperty("type", problem.type().uri());
            json.writeStringProperty("title", problem.type().title());
            json.writeNumberProperty("status", problem.type().status());
            json.writeStringProperty("detail", problem.detail());
            if (requestId != null) {
                json.writeStringProperty("instance", requestId);
            }
            if (!problem.errors().isEmpty()) {
                errors(json, problem.errors());
            }
            if (problem.limit() != null) {
                json.writeNumberProperty("limit", problem.limit());
            }
            if (problem.url() != null) {
                json.writeStringProperty("url", problem.url().toString());
            }
            json.writeStringProperty("error", problem.detail());
            json.writeEndObject();
        });
        Response response = Response.of(problem.type().status(), CONTENT_TYPE, body);
        problem.headers().forEach(response::with);
        return response;
    }

    static void errors(JsonGenerator json, List<FieldError> errors) {
        json.writeArrayPropertyStart("errors");
        for (FieldError error : errors) {
            json.writeStartObject();
            json.writeStringProperty("field", error.field());
            json.writeStringProperty("message", error.message());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
