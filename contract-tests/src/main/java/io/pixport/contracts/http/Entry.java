package io.pixport.contracts.http;

import java.net.URI;
import java.time.Duration;

/** An entry, such as a server or a function, with a handler behind it, and the way to it for a client. */
public interface Entry extends AutoCloseable {
    /** What URLs begin with that lead to the handler, such as {@code http://127.0.0.1:8080}. */
    URI origin();

    /**
     * Sends a request and reads the whole answer.
     *
     * @throws java.io.UncheckedIOException when the request's body fails, which is a client that hangs up, or when the
     *     connection ends before the answer does
     */
    Answer send(Call call);

    /** For how long it may still be about what a request left behind, once this is answered or its client has hung up. */
    Duration delay();

    /** Stops what was started. */
    @Override
    void close();
}
