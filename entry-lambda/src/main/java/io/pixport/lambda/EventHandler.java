package io.pixport.lambda;

import io.pixport.http.EntryProblems;
import io.pixport.http.Handler;
import io.pixport.http.RequestIds;
import io.pixport.http.Response;
import io.pixport.http.ResponseBody;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns an event into a {@link io.pixport.http.Request}, and the {@link Response} into an answer, in time. */
final class EventHandler {
    private static final Logger LOG = LoggerFactory.getLogger(EventHandler.class);

    /** Bytes of a synchronous invocation's event, and of its answer. */
    static final int MAX_PAYLOAD = 6_291_556;

    private final Handler handler;

    EventHandler(Handler handler) {
        this.handler = handler;
    }

    /**
     * @param time after which the answer is that there was not enough of it
     * @param invocationId names the request where neither client nor gateway does
     * @return the answer's JSON
     */
    byte[] handle(Event event, Duration time, @Nullable String invocationId) {
        String requestId =
                RequestIds.of(event.headers().first(RequestIds.HEADER).orElse(null), event.requestId(), invocationId);
        FutureTask<byte[]> answer = new FutureTask<>(() -> answer(event, requestId));
        Thread.startVirtualThread(answer);
        try {
            return answer.get(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            LOG.error("{} took longer than {} under the id {}", event, time, requestId);
            return problem(event, EntryProblems.outOfTime(requestId), requestId);
        } catch (ExecutionException e) {
            LOG.error("{} failed under the id {}", event, requestId, e.getCause());
            return problem(event, EntryProblems.internal(requestId), requestId);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return problem(event, EntryProblems.outOfTime(requestId), requestId);
        }
    }

    private byte[] answer(Event event, String requestId) throws IOException {
        Response response = handler.handle(event.request(requestId));
        try (ResponseBody body = response.body()) {
            if (response.status() >= 500) {
                LOG.warn("{} is answered {} under the id {}", event, response.status(), requestId);
            }
            response.with(RequestIds.HEADER, requestId);
            boolean withBody = !event.method().equals("HEAD") && response.status() != 304;
            Answer answer = new Answer(event.gateway(), response, body, withBody);
            if (answer.isLargerThan(MAX_PAYLOAD)) {
                return tooLarge(event, requestId);
            }
            byte[] json = answer.json();
            return json.length > MAX_PAYLOAD ? tooLarge(event, requestId) : json;
        }
    }

    private static byte[] tooLarge(Event event, String requestId) {
        return problem(event, EntryProblems.responseTooLarge(MAX_PAYLOAD, requestId), requestId);
    }

    private static byte[] problem(Event event, Response problem, String requestId) {
        problem.with(RequestIds.HEADER, requestId);
        try {
            return new Answer(
                            event.gateway(),
                            problem,
                            problem.body(),
                            !event.method().equals("HEAD"))
                    .json();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
