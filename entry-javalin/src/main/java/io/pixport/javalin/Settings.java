package io.pixport.javalin;

import java.time.Duration;

/** What can be set about the server. */
public record Settings(Server server) {
    /**
     * How the server listens, and how much and how long it bears with clients.
     *
     * @param host the address to listen on
     * @param port the port, or 0 for a free one
     * @param maxHeaderSize bytes of a request's line and header fields
     * @param maxConnections connections open at once; others wait to be accepted
     * @param requestTimeout within which a request has to have arrived
     * @param idleTimeout after which a connection without any traffic is closed
     * @param shutdownTimeout for requests in flight when the server stops
     * @param accessLog whether each request is a line of the log
     */
    public record Server(
            String host,
            int port,
            int maxHeaderSize,
            int maxConnections,
            Duration requestTimeout,
            Duration idleTimeout,
            Duration shutdownTimeout,
            boolean accessLog) {}
}
