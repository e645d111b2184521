package io.pixport.http;

import java.io.IOException;
import java.util.List;

/**
 * One request that is answered.
 *
 * @param method in upper case; a route for GET answers HEAD as well
 * @param template the path, such as {@code /images/{image_id}}; a last segment like {@code {key*}} takes the rest of the path
 * @param produces the media types that a success can have; empty when it has no body or any type
 * @param action what answers
 */
record Route(String method, String template, List<String> produces, Action action) {
    static final String JSON = "application/json";

    /** Answers one request; a problem is thrown. */
    @FunctionalInterface
    interface Action {
        /** @throws IOException only when the client's body cannot be read */
        Response answer(Exchange exchange) throws IOException;
    }

    static Route json(String method, String template, Action action) {
        return new Route(method, template, List.of(JSON), action);
    }
}
