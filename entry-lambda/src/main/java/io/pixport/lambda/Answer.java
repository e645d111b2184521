package io.pixport.lambda;

import io.pixport.http.Headers;
import io.pixport.http.Response;
import io.pixport.http.ResponseBody;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.Base64Variants;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** A response in the words of the gateway that waits for it. */
final class Answer {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int ENVELOPE = 1024;

    private final Gateway gateway;
    private final Response response;
    private final ResponseBody body;
    private final boolean withBody;

    /**
     * @param body of the response, which the caller closes
     * @param withBody whether bytes go with it; the answer to HEAD says only how many there are
     */
    Answer(Gateway gateway, Response response, ResponseBody body, boolean withBody) {
        this.gateway = gateway;
        this.response = response;
        this.body = body;
        this.withBody = withBody;
    }

    /** Whether {@link #json} is larger than this, or nobody can tell, before any of it is written. */
    boolean isLargerThan(int length) {
        boolean unknown = body.length() == ResponseBody.UNKNOWN_LENGTH;
        return withBody && (unknown || carriedLength(body.length()) > length);
    }

    private long carriedLength(long length) {
        return isText() ? length : (length + 2) / 3 * 4;
    }

    /** @throws IOException when the body fails */
    byte[] json() throws IOException {
        int size = withBody ? (int) carriedLength(body.length()) : 0;
        ByteArrayOutputStream out = new ByteArrayOutputStream(ENVELOPE + size);
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeNumberProperty("statusCode", response.status());
            writeHeaders(json);
            if (withBody && body.length() > 0) {
                writeBody(json);
            }
            json.writeEndObject();
        }
        return out.toByteArray();
    }

    private void writeHeaders(JsonGenerator json) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        response.headers().forEach((name, value) -> fields.computeIfAbsent(name, key -> new ArrayList<>(1))
                .add(value));
        if (!withBody && body.length() != ResponseBody.UNKNOWN_LENGTH) {
            fields.put("Content-Length", List.of(Long.toString(body.length())));
        }
        json.writeObjectPropertyStart(gateway.multiValue() ? "multiValueHeaders" : "headers");
        fields.forEach((name, values) -> {
            if (gateway.multiValue()) {
                json.writeArrayPropertyStart(name);
                values.forEach(json::writeString);
                json.writeEndArray();
            } else {
                json.writeStringProperty(name, String.join(", ", values));
            }
        });
        json.writeEndObject();
    }

    private void writeBody(JsonGenerator json) throws IOException {
        json.writeBooleanProperty("isBase64Encoded", !isText());
        json.writeName("body");
        if (isText()) {
            byte[] text = body.inMemory() ? body.bytes() : body.open().readAllBytes();
            json.writeUTF8String(text, 0, text.length);
        } else {
            json.writeBinary(Base64Variants.MIME_NO_LINEFEEDS, body.open(), (int) body.length());
        }
    }

    /** All text of the API is UTF-8. */
    private boolean isText() {
        String type = contentType(response.headers());
        return type.startsWith("text/") || type.equals("application/json") || type.endsWith("+json");
    }

    private static String contentType(Headers headers) {
        return headers.first("Content-Type").orElse("").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
