package io.pixport.javalin;

import io.pixport.http.RequestIds;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Answers with a problem what Jetty refuses by itself: what is not HTTP, is too large, or comes while the server stops. */
final class JettyErrors implements Request.Handler {
    private static final Logger LOG = LoggerFactory.getLogger(JettyErrors.class);

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Throwable cause = (Throwable) request.getAttribute(ErrorHandler.ERROR_EXCEPTION);
        ServerProblem problem = ServerProblem.of(cause instanceof HttpException e ? e.getCode() : response.getStatus());
        String requestId = RequestIds.of(request.getHeaders().get(RequestIds.HEADER));
        log(problem, requestId, cause);
        response.setStatus(problem.status());
        response.getHeaders().put(RequestIds.HEADER, requestId);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, ServerProblem.MEDIA_TYPE);
        if (problem == ServerProblem.STOPPING) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, "1");
        }
        byte[] body = problem.json(requestId).getBytes(StandardCharsets.UTF_8);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, ByteBuffer.wrap(body), callback);
        return true;
    }

    private static void log(ServerProblem problem, String requestId, @Nullable Throwable cause) {
        MDC.put(RequestIds.LOG_KEY, requestId);
        if (problem == ServerProblem.INTERNAL) {
            LOG.error("A request failed inside the server", cause);
        } else {
            LOG.debug("Refused: {}", problem);
        }
        MDC.remove(RequestIds.LOG_KEY);
    }
}
