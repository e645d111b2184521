package io.pixport.lambda;

import io.pixport.contracts.http.Answer;
import io.pixport.contracts.http.Call;
import io.pixport.contracts.http.Entry;
import io.pixport.http.Handler;
import io.pixport.http.Headers;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;

/** The function behind a gateway: calls become events, and answers what the gateway makes of them. */
final class FunctionEntry implements Entry {
    private static final Duration TIME = Duration.ofSeconds(60);

    private final TestGateway gateway;
    private final PixportFunction function;

    FunctionEntry(TestGateway gateway, Handler handler) {
        this.gateway = gateway;
        this.function = HandlerFunction.of(handler);
    }

    @Override
    public URI origin() {
        return gateway.origin();
    }

    @Override
    public Answer send(Call call) {
        try (InputStream body = call.body().open().get()) {
            Headers headers = Headers.of("Host", origin().getHost());
            call.headers().forEach(headers::add);
            if (call.body().length() > 0) {
                headers.set("Content-Length", Long.toString(call.body().length()));
            }
            byte[] event = gateway.event(call.method(), call.target(), headers, body.readAllBytes());
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            function.handleRequest(new ByteArrayInputStream(event), answer, Invocation.of(TIME));
            TestGateway.Received received = gateway.received(answer.toByteArray());
            return new Answer(received.status(), received.headers(), received.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a function has not done when it returns, it does not do. */
    @Override
    public Duration delay() {
        return Duration.ZERO;
    }

    @Override
    public void close() {}
}
