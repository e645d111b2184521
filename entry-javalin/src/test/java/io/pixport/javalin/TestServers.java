package io.pixport.javalin;

import io.pixport.http.Handler;
import io.pixport.http.Request;
import io.pixport.http.Response;
import io.pixport.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.time.Duration;

/** Servers on a free port of the loopback address, over handlers of a line. */
final class TestServers {
    static final int MAX_HEADER_SIZE = 8192;

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(300);

    private TestServers() {}

    /** A server that bears with clients for longer than any test takes. */
    static PixportServer start(Handler handler) throws BindException {
        return PixportServer.start(handler, settings("127.0.0.1", 0, LONG, LONG, LONG));
    }

    /** A server that is soon tired of a request whose body goes on and on. */
    static PixportServer startWithShortRequests(Handler handler) throws BindException {
        return PixportServer.start(handler, settings("127.0.0.1", 0, SHORT, LONG, LONG));
    }

    /** A server that is soon tired of a silent client. */
    static PixportServer startWithShortIdleTime(Handler handler) throws BindException {
        return PixportServer.start(handler, settings("127.0.0.1", 0, LONG, SHORT, LONG));
    }

    /** A server that does not wait long for requests in flight when it stops. */
    static PixportServer startWithShortShutdown(Handler handler) throws BindException {
        return PixportServer.start(handler, settings("127.0.0.1", 0, LONG, LONG, SHORT));
    }

    /** A server on this address that refuses everything. */
    static PixportServer startOn(String host, int port) throws BindException {
        return PixportServer.start(TestServers::refuse, settings(host, port, LONG, LONG, LONG));
    }

    private static Settings.Server settings(String host, int port, Duration request, Duration idle, Duration shutdown) {
        return new Settings.Server(host, port, MAX_HEADER_SIZE, 100, request, idle, shutdown, false);
    }

    /** Answers how many bytes the body has. */
    static Response count(Request request) {
        try {
            long count = 0;
            byte[] buffer = new byte[8192];
            for (int read = request.body().read(buffer);
                    read >= 0;
                    read = request.body().read(buffer)) {
                count += read;
            }
            return Response.of(200, "text/plain", String.valueOf(count));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answers 413 without a look at the body. */
    static Response refuse(Request request) {
        return Response.of(413, "text/plain", "too large: " + request.path());
    }
}
