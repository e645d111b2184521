package io.pixport.lambda;

import io.pixport.http.Handler;
import io.pixport.http.Request;
import io.pixport.http.Response;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks what is wrong with the stores once a request has failed, and tells the log how it is mended. Asking at every start
 * would make every start slower, and nothing is wrong at almost all of them. An outage, which is answered 503, is no
 * reason to ask.
 */
final class FirstFailure implements Handler {
    private static final Logger LOG = LoggerFactory.getLogger(FirstFailure.class);

    private static final int FAILED = 500;

    private final Handler handler;
    private final Supplier<Optional<String>> obstacle;
    private final AtomicBoolean asked = new AtomicBoolean();

    FirstFailure(Handler handler, Supplier<Optional<String>> obstacle) {
        this.handler = handler;
        this.obstacle = obstacle;
    }

    @Override
    public Response handle(Request request) {
        Response response = handler.handle(request);
        if (response.status() == FAILED && asked.compareAndSet(false, true)) {
            obstacle.get().ifPresent(LOG::error);
        }
        return response;
    }
}
