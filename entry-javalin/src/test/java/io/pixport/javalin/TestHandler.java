package io.pixport.javalin;

import io.pixport.http.BodyTimeoutException;
import io.pixport.http.Handler;
import io.pixport.http.Request;
import io.pixport.http.Response;
import io.pixport.http.ResponseBody;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Answers by path, so that a test says in its request what it wants. */
final class TestHandler implements Handler {
    @Override
    public Response handle(Request request) {
        return switch (request.path()) {
            case "/count" -> count(request);
            case "/refuse" -> Response.of(413, "text/plain", "too large");
            case "/empty" -> Response.of(204);
            case "/unchanged" -> Response.of(304).with("ETag", "\"1\"");
            case "/fail" -> throw new IllegalStateException("a secret of the inside");
            default -> request.path().startsWith("/bytes/")
                    ? Response.of(200).with("Content-Type", "image/png").withBody(request.path())
                    : echo(request);
        };
    }
}
