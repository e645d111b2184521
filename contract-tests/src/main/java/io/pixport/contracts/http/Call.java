package io.pixport.contracts.http;

import io.pixport.contracts.Multipart;
import io.pixport.core.model.UserId;
import io.pixport.http.Headers;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * A request that is to be sent, once or several times.
 *
 * @param target path and query, percent-encoded
 */
public record Call(String method, String target, Headers headers, Body body) {
    static Call of(String method, String target) {
        return new Call(method, target, Headers.of(), Body.NONE);
    }

    static Call get(String target) {
        return of("GET", target);
    }

    static Call head(String target) {
        return of("HEAD", target);
    }

    public static Call post(String target) {
        return of("POST", target);
    }

    static Call patch(String target) {
        return of("PATCH", target);
    }

    static Call delete(String target) {
        return of("DELETE", target);
    }

    public Call header(String name, String value) {
        Headers more = Headers.of();
        headers.forEach(more::add);
        return new Call(method, target, more.add(name, value), body);
    }

    /** Sent by this user. */
    public Call by(UserId user) {
        return header("X-User-Id", user.value());
    }

    /** With one more parameter in the query, which is percent-encoded. */
    public Call query(String name, String value) {
        String separator = target.indexOf('?') < 0 ? "?" : "&";
        return new Call(method, target + separator + encode(name) + "=" + encode(value), headers, body);
    }

    public Call body(String contentType, byte[] bytes) {
        return body(contentType, Body.of(bytes));
    }

    Call body(String contentType, Body newBody) {
        return new Call(method, target, headers, newBody).header("Content-Type", contentType);
    }

    public Call json(String json) {
        return body("application/json", Body.of(json));
    }

    Call multipart(Multipart form) {
        return body(form.contentType(), form.bytes());
    }

    /** The number of bytes in the body is not announced. */
    Call unannounced() {
        return new Call(method, target, headers, body.unannounced());
    }

    /** The target that a request to a URL has. */
    static String target(URI url) {
        return url.getRawPath() + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery());
    }

    String path() {
        int question = target.indexOf('?');
        return question < 0 ? target : target.substring(0, question);
    }

    String rawQuery() {
        int question = target.indexOf('?');
        return question < 0 ? "" : target.substring(question + 1);
    }

    /** Text as part of a path or a query. */
    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return method + " " + target;
    }
}
