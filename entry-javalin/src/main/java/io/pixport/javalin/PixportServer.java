package io.pixport.javalin;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinException;
import io.javalin.util.JavalinLogger;
import io.pixport.http.Handler;
import io.pixport.settings.Settings;
import java.net.BindException;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves a {@link Handler} over HTTP/1.1 by Javalin, each request on a virtual thread. Every method and path reaches the
 * handler as it came; of Javalin's own multipart, body limit, static files, JSON and error pages none is used.
 */
public final class PixportServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PixportServer.class);

    private static final int MIN_PLATFORM_THREADS = 4;
    private static final int MAX_PLATFORM_THREADS = 64;
    private static final int THREAD_IDLE_MILLIS = 60_000;
    /** Of a connection that is being read; uploads come in few reads. */
    private static final int INPUT_BUFFER_SIZE = 64 * 1024;
    /** Jetty sends what is longer in pieces of this size, and gathers what is shorter by far. */
    private static final int OUTPUT_BUFFER_SIZE = 64 * 1024;
    /** Connections that may wait to be accepted, if the kernel allows as many; beyond, clients try again after a second. */
    private static final int ACCEPT_QUEUE = 1024;

    private final Javalin javalin;
    private final Settings.Server settings;

    private PixportServer(Handler handler, Settings.Server settings) {
        this.settings = settings;
        this.javalin = Javalin.create(config -> configure(config, handler));
    }

    /**
     * Listens from now on.
     *
     * @throws BindException when the address is in use, or is not one of this machine
     */
    public static PixportServer start(Handler handler, Settings.Server settings) throws BindException {
        PixportServer server = new PixportServer(handler, settings);
        JavalinLogger.enabled = false; // it would tell by itself why it does not start
        try {
            server.javalin.start(settings.host(), settings.port());
        } catch (JavalinException e) {
            server.close();
            throw cannotListen(settings, e);
        } finally {
            JavalinLogger.enabled = true;
        }
        return server;
    }

    private static BindException cannotListen(Settings.Server settings, Exception failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return new BindException(
                "%s:%d cannot be listened on: %s".formatted(settings.host(), settings.port(), cause.getMessage()));
    }

    /** The port that it listens on, which is a free one when none was asked for. */
    public int port() {
        return javalin.port();
    }

    /** Accepts nothing more, waits for the requests in flight, for as long as was set, and stops. */
    @Override
    public void close() {
        try {
            javalin.jettyServer().server().stop();
        } catch (TimeoutException e) {
            LOG.warn("Requests were in flight for longer than {}, and are cut off", settings.shutdownTimeout());
        } catch (Exception e) {
            LOG.error("The server did not stop in order", e);
        }
    }

    private void configure(JavalinConfig config, Handler handler) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.jetty.threadPool = threadPool();
        config.jetty.modifyServer(this::configureServer);
        config.jetty.modifyServletContextHandler(PixportServer::configureServlets);
        config.jetty.modifyHttpConfiguration(this::configureHttp);
        config.jetty.addConnector(this::connector);
        config.routes.before(context -> {
            Exchange exchange = new Exchange(context.req(), context.res(), settings);
            PatientConnector connector = (PatientConnector) exchange.connector();
            connector.during(exchange.connection(), () -> exchange.run(handler));
            context.skipRemainingHandlers();
        });
    }

    private static ThreadPool threadPool() {
        // Jetty's own queue would start all of JMX for the size of a cache line.
        QueuedThreadPool pool = new QueuedThreadPool(
                MAX_PLATFORM_THREADS, MIN_PLATFORM_THREADS, THREAD_IDLE_MILLIS, new LinkedBlockingQueue<>());
        pool.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
        return pool;
    }

    private void configureServer(Server server) {
        server.setErrorHandler(new JettyErrors());
        server.insertHandler(new GracefulHandler());
        server.setStopTimeout(settings.shutdownTimeout().toMillis());
        server.addBean(new NetworkConnectionLimit(settings.maxConnections(), server));
    }

    private static void configureServlets(ServletContextHandler servlets) {
        servlets.setErrorHandler(new JettyErrors());
        servlets.getServletHandler().setDecodeAmbiguousURIs(true);
    }

    private void configureHttp(HttpConfiguration http) {
        // What a path means is for the handler to say, which refuses what could mean two things.
        http.setUriCompliance(UriCompliance.UNSAFE);
        http.setRequestHeaderSize(settings.maxHeaderSize());
        http.setInputBufferSize(INPUT_BUFFER_SIZE);
        http.setOutputBufferSize(OUTPUT_BUFFER_SIZE);
        http.setSendServerVersion(false);
        http.setSendDateHeader(true);
    }

    private Connector connector(Server server, HttpConfiguration http) {
        PatientConnector connector = new PatientConnector(server, http);
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setAcceptQueueSize(ACCEPT_QUEUE);
        connector.setIdleTimeout(settings.idleTimeout().toMillis());
        return connector;
    }
}
