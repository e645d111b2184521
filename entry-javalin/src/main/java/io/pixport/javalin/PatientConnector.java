package io.pixport.javalin;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * When the server stops, requests in flight may pause as long as ever, and connections without one are closed soon. Jetty
 * by itself gives the same short time to both.
 */
final class PatientConnector extends ServerConnector {
    private static final long SOON_MILLIS = 200;

    private final Set<EndPoint> busy = ConcurrentHashMap.newKeySet();

    PatientConnector(Server server, HttpConfiguration http) {
        super(server, new HttpConnectionFactory(http));
        setShutdownIdleTimeout(SOON_MILLIS);
    }

    /** Handles a request that has come over a connection. */
    void during(EndPoint connection, Runnable request) {
        busy.add(connection);
        try {
            request.run();
        } finally {
            busy.remove(connection);
            if (isShutdown()) {
                connection.setIdleTimeout(SOON_MILLIS);
            }
        }
    }

    @Override
    public CompletableFuture<Void> shutdown() {
        CompletableFuture<Void> done = super.shutdown();
        busy.forEach(this::spare);
        return done;
    }

    private void spare(EndPoint connection) {
        connection.setIdleTimeout(getIdleTimeout());
        if (!busy.contains(connection)) {
            connection.setIdleTimeout(SOON_MILLIS);
        }
    }
}
