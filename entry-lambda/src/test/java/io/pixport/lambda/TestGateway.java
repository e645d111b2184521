package io.pixport.lambda;

import io.pixport.http.Headers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What each kind of gateway makes of a request and of a function's answer, after the events of AWS's documentation. */
enum TestGateway {
    REST_API("rest-api", "/prod"),
    HTTP_API("http-api", "/v1"),
    FUNCTION_URL("function-url", ""),
    LOAD_BALANCER("load-balancer-multi-value", "");

    private static final JsonMapper JSON = JsonMapper.shared();

    private final String file;
    private final String stage;

    TestGateway(String file, String stage) {
        this.file = file;
        this.stage = stage;
    }

    /** An event as the documentation shows it. */
    static ObjectNode event(String file) {
        try (InputStream json =
                Objects.requireNonNull(TestGateway.class.getResourceAsStream("events/" + file + ".json"), file)) {
            return (ObjectNode) JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param target path and query, with or without the stage */
    byte[] event(String method, String target, Headers headers, byte[] body) {
        String[] parts = target.split("\\?", 2);
        String path = parts[0].startsWith(stage + "/") ? parts[0].substring(stage.length()) : parts[0];
        String query = parts.length == 1 ? "" : parts[1];
        ObjectNode event = event(file);
        if (this != LOAD_BALANCER) {
            event.withObject("/requestContext")
                    .put("requestId", UUID.randomUUID().toString());
        }
        switch (this) {
            case REST_API -> {
                event.put("httpMethod", method).put("path", path);
                event.withObject("/pathParameters").put("proxy", path.substring(1));
                event.withObject("/requestContext").put("path", stage + path).put("httpMethod", method);
                event.set("headers", JSON.valueToTree(lastOf(values(headers))));
                event.set("multiValueHeaders", JSON.valueToTree(values(headers)));
                event.set("queryStringParameters", JSON.valueToTree(lastOf(parameters(query, TestGateway::decoded))));
                event.set("multiValueQueryStringParameters", JSON.valueToTree(parameters(query, TestGateway::decoded)));
                putBody(event, body, body.length > 0);
            }
            case HTTP_API, FUNCTION_URL -> {
                event.put("rawPath", stage + path).put("rawQueryString", query);
                event.withObject("/requestContext/http").put("method", method).put("path", stage + path);
                event.set("headers", JSON.valueToTree(joined(values(headers))));
                event.set(
                        "cookies",
                        JSON.valueToTree(headers.all("Cookie").stream()
                                .flatMap(cookies -> Arrays.stream(cookies.split("; ?")))
                                .toList()));
                putBody(event, body, !isText(headers));
            }
            case LOAD_BALANCER -> {
                event.put("httpMethod", method).put("path", path);
                event.set("multiValueHeaders", JSON.valueToTree(lowerCase(values(headers))));
                event.set(
                        "multiValueQueryStringParameters",
                        JSON.valueToTree(parameters(query, UnaryOperator.identity())));
                putBody(event, body, !isText(headers));
            }
        }
        return JSON.writeValueAsBytes(event);
    }

    private static void putBody(ObjectNode event, byte[] body, boolean base64) {
        event.put("body", base64 ? Base64.getEncoder().encodeToString(body) : new String(body, StandardCharsets.UTF_8));
        event.put("isBase64Encoded", base64);
    }

    private static boolean isText(Headers headers) {
        String type = headers.first("Content-Type").orElse("");
        return type.startsWith("text/") || type.startsWith("application/json");
    }

    private static Map<String, List<String>> values(Headers headers) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        headers.forEach((name, value) ->
                values.computeIfAbsent(name, key -> new ArrayList<>()).add(value));
        return values;
    }

    private static Map<String, List<String>> parameters(String query, UnaryOperator<String> decoding) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : query.split("&", -1)) {
            if (!pair.isEmpty()) {
                String[] parts = pair.split("=", 2);
                parameters
                        .computeIfAbsent(decoding.apply(parts[0]), key -> new ArrayList<>())
                        .add(parts.length == 1 ? "" : decoding.apply(parts[1]));
            }
        }
        return parameters;
    }

    /** What is no text becomes replacement characters. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "\uFFFD";
        }
    }

    private static Map<String, String> lastOf(Map<String, List<String>> values) {
        Map<String, String> last = new LinkedHashMap<>();
        values.forEach((name, all) -> last.put(name, all.getLast()));
        return last;
    }

    private static Map<String, String> joined(Map<String, List<String>> values) {
        Map<String, String> joined = new LinkedHashMap<>();
        lowerCase(values).forEach((name, all) -> joined.put(name, String.join(",", all)));
        joined.remove("cookie");
        return joined;
    }

    private static Map<String, List<String>> lowerCase(Map<String, List<String>> values) {
        Map<String, List<String>> lower = new LinkedHashMap<>();
        values.forEach((name, all) -> lower.put(name.toLowerCase(Locale.ROOT), all));
        return lower;
    }

    /** What a client gets. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Received(int status, Headers headers, byte[] body) {}

    Received received(byte[] answer) {
        JsonNode json = JSON.readTree(answer);
        boolean lists = this == REST_API || this == LOAD_BALANCER;
        Headers headers = Headers.of();
        json.get(lists ? "multiValueHeaders" : "headers").properties().forEach(field -> {
            if (lists) {
                field.getValue().forEach(value -> headers.add(field.getKey(), value.stringValue()));
            } else {
                headers.add(field.getKey(), field.getValue().stringValue());
            }
        });
        String body = json.path("body").asString("");
        byte[] bytes = json.path("isBase64Encoded").asBoolean(false)
                ? Base64.getDecoder().decode(body)
                : body.getBytes(StandardCharsets.UTF_8);
        if (!headers.contains("Content-Length")) {
            headers.set("Content-Length", Integer.toString(bytes.length));
        }
        return new Received(json.get("statusCode").intValue(), headers, bytes);
    }

    URI origin() {
        return URI.create("http://" + file + ".invalid");
    }
}
