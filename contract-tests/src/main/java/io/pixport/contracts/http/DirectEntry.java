package io.pixport.contracts.http;

import io.pixport.http.Handler;
import io.pixport.http.Headers;
import io.pixport.http.Request;
import io.pixport.http.Response;
import io.pixport.http.ResponseBody;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;

/** No server at all: calls are handed to the handler as requests, in the same thread. */
public final class DirectEntry implements Entry {
    private final URI origin;
    private final Handler handler;

    public DirectEntry(Handler handler) {
        this("direct.invalid", handler);
    }

    DirectEntry(String host, Handler handler) {
        this.origin = URI.create("http://" + host);
        this.handler = handler;
    }

    @Override
    public URI origin() {
        return origin;
    }

    @Override
    public Answer send(Call call) {
        try (InputStream body = call.body().open().get()) {
            return answer(call, handler.handle(request(call, body)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Request request(Call call, InputStream body) {
        long length = call.body().length();
        Headers headers = Headers.of(
                "Host", origin.getHost(), "X-Request-Id", UUID.randomUUID().toString());
        call.headers().forEach(headers::add);
        if (length < 0) {
            headers.add("Transfer-Encoding", "chunked");
        } else if (length > 0) {
            headers.add("Content-Length", Long.toString(length));
        }
        return new Request(call.method(), call.path(), call.rawQuery(), headers, length, body);
    }

    private static Answer answer(Call call, Response response) throws IOException {
        try (ResponseBody body = response.body()) {
            boolean sent = !call.method().equals("HEAD") && response.status() != 304;
            Headers headers = body.length() == ResponseBody.UNKNOWN_LENGTH
                    ? Headers.of("Transfer-Encoding", "chunked")
                    : Headers.of("Content-Length", Long.toString(body.length()));
            response.headers().forEach(headers::add);
            return new Answer(response.status(), headers, sent ? read(body) : new byte[0]);
        }
    }

    private static byte[] read(ResponseBody body) throws IOException {
        try (InputStream stream = body.open()) {
            byte[] bytes = stream.readAllBytes();
            if (body.length() != ResponseBody.UNKNOWN_LENGTH && bytes.length != body.length()) {
                throw new AssertionError(
                        "a body of %d bytes was said to have %d".formatted(bytes.length, body.length()));
            }
            return bytes;
        }
    }

    /** Whatever there is to do is done by the thread that sends. */
    @Override
    public Duration delay() {
        return Duration.ZERO;
    }

    @Override
    public void close() {}
}
