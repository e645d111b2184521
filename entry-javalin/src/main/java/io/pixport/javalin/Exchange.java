package io.pixport.javalin;

import io.pixport.http.Handler;
import io.pixport.http.Headers;
import io.pixport.http.Request;
import io.pixport.http.RequestIds;
import io.pixport.http.Response;
import io.pixport.http.ResponseBody;
import io.pixport.settings.Settings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.util.thread.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** One request and its answer: turns the one into a {@link Request}, and a {@link Response} into the other. */
final class Exchange {
    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);
    private static final Logger ACCESS_LOG = LoggerFactory.getLogger("io.pixport.access");

    /** Bytes that nobody has to be watched for who reads them. */
    private static final int SHORT = 64 * 1024;
    /** Bytes a second that whoever reads a long answer takes at least. */
    private static final long MIN_RATE = 16 * 1024;
    /** What may be left of a body so that reading it is cheaper than a new connection. */
    private static final long CHEAP_REST = 64 * 1024;
    /** How much of a body that nobody wants is read, and for how long, so that its sender comes to read the answer. */
    private static final long LINGER_BYTES = 64 * 1024 * 1024;

    private static final Duration LINGER_TIME = Duration.ofSeconds(30);
    private static final Duration LINGER_IDLE_TIME = Duration.ofSeconds(5);

    private final HttpServletRequest servletRequest;
    private final HttpServletResponse servletResponse;
    private final ServletContextRequest jettyRequest;
    private final Settings.Server settings;
    private final String requestId;
    private final RequestBody body;
    private final long start = System.nanoTime();
    /** Bytes by which the time is measured that whoever reads may take; written by one thread. */
    private volatile long toBeRead;

    private volatile boolean writing;
    private volatile Scheduler.Task slow = () -> false;

    Exchange(HttpServletRequest servletRequest, HttpServletResponse servletResponse, Settings.Server settings) {
        this.servletRequest = servletRequest;
        this.servletResponse = servletResponse;
        this.jettyRequest = ServletContextRequest.getServletContextRequest(servletRequest);
        this.settings = settings;
        this.requestId = RequestIds.of(servletRequest.getHeader(RequestIds.HEADER));
        this.body = new RequestBody(
                servletRequest, start + settings.requestTimeout().toNanos());
    }

    /** Answers what the handler says. A client that hangs up meanwhile is nobody's fault. */
    void run(Handler handler) {
        MDC.put(RequestIds.LOG_KEY, requestId);
        try {
            Response response = respond(handler);
            try (ResponseBody content = response.body()) {
                send(response, content);
                logAccess(response);
            }
            finishRequest();
        } catch (IOException e) {
            LOG.debug("The client is gone: {}", e.toString());
            abort(e);
        } catch (RuntimeException | Error e) {
            LOG.error("An answer could not be sent whole: {}", this, e);
            abort(e);
        } finally {
            MDC.remove(RequestIds.LOG_KEY);
        }
    }

    private Response respond(Handler handler) {
        try {
            return handler.handle(request());
        } catch (RuntimeException | Error e) {
            LOG.error("A request failed: {}", this, e);
            return ServerProblem.INTERNAL.response(requestId);
        }
    }

    private Request request() {
        Headers headers = Headers.of();
        jettyRequest.getHeaders().forEach(field -> headers.add(field.getName(), String.valueOf(field.getValue())));
        headers.set(RequestIds.HEADER, requestId);
        String query = servletRequest.getQueryString();
        return new Request(
                servletRequest.getMethod(),
                servletRequest.getRequestURI(),
                query == null ? "" : query,
                headers,
                servletRequest.getContentLengthLong(),
                body);
    }

    private void send(Response response, ResponseBody content) throws IOException {
        servletResponse.reset();
        servletResponse.setStatus(response.status());
        response.headers().forEach(servletResponse::addHeader);
        servletResponse.setHeader(RequestIds.HEADER, requestId);
        if (!keepsConnection()) {
            servletResponse.setHeader("Connection", "close");
        }
        if (content.length() == ResponseBody.UNKNOWN_LENGTH) {
            sendInChunks();
        } else if (response.status() != HttpServletResponse.SC_NO_CONTENT
                && response.status() != HttpServletResponse.SC_NOT_MODIFIED) {
            servletResponse.setContentLengthLong(content.length());
        }
        if (!servletRequest.getMethod().equals("HEAD") && content.length() != 0) {
            write(content);
        }
        servletResponse.flushBuffer();
    }

    /** Also where the connection ends with the answer: else its end could not be told from that of the bytes. */
    private void sendInChunks() {
        if (servletRequest.getProtocol().equals("HTTP/1.1")) {
            servletResponse.setHeader("Transfer-Encoding", "chunked");
        }
    }

    private void write(ResponseBody content) throws IOException {
        OutputStream out = servletResponse.getOutputStream();
        if (content.length() >= 0 && content.length() <= SHORT) {
            copy(content, out);
            return;
        }
        toBeRead = Math.max(content.length(), 0);
        writing = true;
        watch(System.nanoTime());
        try {
            copy(content, out);
        } finally {
            writing = false;
            slow.cancel();
        }
    }

    /** Whoever reads has to keep the pace, whether it is known how much there is to read or only how much there was. */
    private void watch(long begin) {
        long allowed = settings.requestTimeout().toMillis() + toBeRead * 1000 / MIN_RATE;
        long left = allowed - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
        if (writing && left <= 0) {
            abort(new TimeoutException("the client reads too slowly"));
        } else if (writing) {
            slow = scheduler().schedule(() -> watch(begin), left, TimeUnit.MILLISECONDS);
        }
    }

    private void copy(ResponseBody content, OutputStream out) throws IOException {
        if (content.inMemory()) {
            out.write(content.bytes());
            return;
        }
        ClientStream client = new ClientStream(out, written -> toBeRead = Math.max(toBeRead, written));
        try {
            content.open().transferTo(client);
        } catch (IOException e) {
            client.throwFailure();
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads what is left of the body when the client has yet to send it. Closing the connection with bytes on their way
     * would make the client's kernel tell it of a reset, and throw the answer away.
     */
    private void finishRequest() throws IOException {
        if (body.ended() || !body.requested()) {
            return;
        }
        if (!keepsConnection()) {
            connection().setIdleTimeout(LINGER_IDLE_TIME.toMillis());
        }
        body.discard(LINGER_BYTES, System.nanoTime() + LINGER_TIME.toNanos());
    }

    private boolean keepsConnection() {
        return body.ended() || (!body.failed() && body.requested() && body.announced() <= CHEAP_REST);
    }

    private void abort(Throwable cause) {
        connection().close(cause);
    }

    /** The connection that it goes over. */
    EndPoint connection() {
        return jettyRequest.getConnectionMetaData().getConnection().getEndPoint();
    }

    /** What accepted the connection. */
    Connector connector() {
        return jettyRequest.getConnectionMetaData().getConnector();
    }

    private Scheduler scheduler() {
        return jettyRequest.getComponents().getScheduler();
    }

    private void logAccess(Response response) {
        if (settings.accessLog()) {
            ACCESS_LOG.info(
                    "{} {} {} bytes {} ms",
                    this,
                    response.status(),
                    Math.max(toBeRead, response.body().length()),
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        }
    }

    /** Neither query nor headers: both may hold secrets. */
    @Override
    public String toString() {
        return servletRequest.getMethod() + " " + servletRequest.getRequestURI();
    }
}
