package io.pixport.lambda;

import io.pixport.http.Headers;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was found in the JSON of an event, until it is clear which gateway it comes from. */
final class EventMembers {
    @Nullable String version;

    @Nullable String method;

    @Nullable String path;

    @Nullable String fullPath;

    @Nullable String rawQuery;

    @Nullable String requestId;

    @Nullable String stage;

    Map<String, List<String>> headers = Map.of();
    Map<String, List<String>> multiValueHeaders = Map.of();
    Map<String, List<String>> parameters = Map.of();
    Map<String, List<String>> multiValueParameters = Map.of();
    Map<String, List<String>> pathParameters = Map.of();
    List<String> cookies = List.of();
    boolean hasContext;
    boolean hasHttp;
    boolean loadBalancer;

    Event event(EventBody body) {
        Gateway gateway = gateway();
        String wholePath = wholePath();
        String basePath = basePath(gateway, wholePath);
        return new Event(
                gateway,
                required("method", method).toUpperCase(Locale.ROOT),
                basePath,
                wholePath.substring(basePath.length()),
                query(gateway),
                allHeaders(),
                requestId,
                body);
    }

    private Gateway gateway() {
        if (!hasContext) {
            throw new UnknownEventException("it has no requestContext");
        }
        if (loadBalancer) {
            return multiValueHeaders.isEmpty() ? Gateway.LOAD_BALANCER : Gateway.MULTI_VALUE_LOAD_BALANCER;
        }
        if (hasHttp && "2.0".equals(version)) {
            return Gateway.HTTP_API;
        }
        if (!hasHttp && (version == null || version.equals("1.0"))) {
            return Gateway.REST_API;
        }
        throw new UnknownEventException("its version is not 1.0 or 2.0, or does not go with its requestContext");
    }

    /** The path of the address; a REST API has its stage only in the context. */
    private String wholePath() {
        String given = givenPath();
        String whole = fullPath == null ? given : Uris.path(fullPath);
        return whole.endsWith(given) ? whole : given;
    }

    private String givenPath() {
        String given = Uris.path(required("path", path));
        return given.startsWith("/") ? given : "/" + given;
    }

    private String basePath(Gateway gateway, String wholePath) {
        return switch (gateway) {
            case REST_API -> beforeResource(wholePath);
            case HTTP_API -> stage != null && wholePath.startsWith("/" + stage + "/") ? "/" + stage : "";
            case LOAD_BALANCER, MULTI_VALUE_LOAD_BALANCER -> "";
        };
    }

    /** A stage, or what a domain of one's own maps to the API: all before what the resource {@code /{proxy+}} stands for. */
    private String beforeResource(String wholePath) {
        String resource = "/" + String.join("", pathParameters.getOrDefault("proxy", List.of()));
        if (resource.length() > 1) {
            int start = wholePath.length();
            for (int i = 0; i < resource.length() && start > 0; i++) {
                if (resource.charAt(i) == '/') {
                    start = wholePath.lastIndexOf('/', start - 1);
                }
            }
            if (start >= 0 && decoded(wholePath.substring(start)).equals(decoded(Uris.path(resource)))) {
                return wholePath.substring(0, start);
            }
        }
        return wholePath.substring(0, wholePath.length() - givenPath().length());
    }

    private static String decoded(String path) {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return path;
        }
    }

    /** REST APIs decode parameters, load balancers do not. */
    private String query(Gateway gateway) {
        return gateway == Gateway.HTTP_API
                ? Uris.query(rawQuery == null ? "" : rawQuery)
                : Uris.query(
                        multiValueParameters.isEmpty() ? parameters : multiValueParameters,
                        gateway == Gateway.REST_API);
    }

    private Headers allHeaders() {
        Headers all = Headers.of();
        try {
            (multiValueHeaders.isEmpty() ? headers : multiValueHeaders)
                    .forEach((name, values) -> values.forEach(value -> all.add(name, value)));
            if (!cookies.isEmpty()) {
                all.set("Cookie", String.join("; ", cookies));
            }
        } catch (IllegalArgumentException e) {
            throw new UnknownEventException("one of its headers has a line break");
        }
        return all;
    }

    private static String required(String name, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            throw new UnknownEventException("it has no " + name);
        }
        return value;
    }
}
