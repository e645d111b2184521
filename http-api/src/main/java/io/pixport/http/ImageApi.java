package io.pixport.http;

import io.pixport.core.model.InvalidValueException;
import io.pixport.core.port.StorageException;
import io.pixport.core.usecase.ImageService;
import io.pixport.core.usecase.Spool;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole HTTP contract over the use cases. Every request is answered: what a client did wrong with a problem that says
 * so, a store out of reach with 503, a bug with 500 and the request id, its cause in the log.
 *
 * <p>The request id is what the entry has put into the header {@code X-Request-Id}; it comes back in the same header, and as
 * {@code instance} of every problem.
 */
public final class ImageApi implements Handler {
    private static final Logger LOG = LoggerFactory.getLogger(ImageApi.class);
    private static final String NO_ROUTE = "none";

    private final ApiConfig config;
    private final Router router;
    private final Metrics metrics = new Metrics();
    private final Handler handler;

    /**
     * @param service the use cases, wired over the same adapters as {@code backend}
     * @param spool where bodies wait that are not images, such as images within JSON
     * @param clock the present, for idempotency keys and the life of links
     */
    public ImageApi(ImageService service, Backend backend, Spool spool, InstantSource clock, ApiConfig config) {
        this.config = config;
        this.router = new Router(routes(service, backend, spool, clock));
        this.handler = metrics.around(new Cors(config.cors(), this::route));
    }

    private List<Route> routes(ImageService service, Backend backend, Spool spool, InstantSource clock) {
        UploadReader uploads =
                new UploadReader(service.receiveImage(), spool, service.limits(), config.payloadLimits());
        Idempotency idempotency = new Idempotency(backend.idempotency(), clock, service.ids(), service.settleAttempt());
        Docs docs = new Docs();
        Paging paging = new Paging(new PageTokens(config.secret()), service.limits());
        return Stream.of(
                        new ReadEndpoints(service, paging, clock, config.payloadLimits()).routes(),
                        new ImageEndpoints(service, uploads, idempotency).routes(),
                        new OwnerEndpoints(service, paging, clock, config.payloadLimits()).routes(),
                        new BatchEndpoint(service, idempotency, clock).routes(),
                        new UploadEndpoints(service, idempotency, clock).routes(),
                        new ContentEndpoint(service, config.payloadLimits()).routes(),
                        new ServiceEndpoints(service.limits(), config.payloadLimits(), backend, metrics, docs).routes(),
                        storeRoutes(backend, spool))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Route> storeRoutes(Backend backend, Spool spool) {
        return backend.linkVerifier() == null
                ? List.of()
                : new StoreEndpoint(backend.store(), backend.linkVerifier(), spool).routes();
    }

    /** Loads what reads JSON from clients, for which the first who sends some would have to wait. */
    public static void loadJson() {
        Json.parse("{}");
    }

    /** Every route, in the order in which they are tried. */
    List<Route> routes() {
        return router.routes();
    }

    @Override
    public Response handle(Request request) {
        Response response = handler.handle(request);
        request.headers().first(RequestIds.HEADER).ifPresent(id -> response.with(RequestIds.HEADER, id));
        return response;
    }

    private Response route(Request request) {
        long start = System.nanoTime();
        String template = NO_ROUTE;
        Response response;
        try {
            Request own = request.under(config.basePath());
            Router.Match match = router.match(own.method(), own.path());
            template = match.route().template();
            response = answer(own, request.basePath() + request.path(), match);
        } catch (ProblemException problem) {
            response = problem(problem.problem(), request);
        }
        metrics.record(request.method(), template, response.status(), System.nanoTime() - start);
        return response;
    }

    private Response answer(Request request, String requestedPath, Router.Match match) {
        try {
            Accept.require(request.headers(), match.route().produces());
            Query query = Query.parse(request.query());
            return match.route()
                    .action()
                    .answer(new Exchange(request, requestedPath, match.parameters(), query, config.authenticator()));
        } catch (StorageException e) {
            LOG.warn("{} failed on a store", request, e);
            throw Problem.of(e.kind());
        } catch (InvalidValueException e) {
            throw Problem.of(ProblemType.INVALID_REQUEST, e.getMessage());
        } catch (BodyTimeoutException e) {
            throw Problem.of(ProblemType.TIMEOUT, "the body did not arrive in time");
        } catch (IOException e) {
            LOG.debug("the body of {} could not be read", request, e);
            throw Problem.of(ProblemType.INVALID_REQUEST, "the body ended before it was whole");
        } catch (ProblemException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("{} failed", request, e);
            throw Problem.of(ProblemType.INTERNAL, "something went wrong; the request id names it in the log");
        }
    }

    private static Response problem(Problem problem, Request request) {
        @Nullable String requestId = request.headers().first(RequestIds.HEADER).orElse(null);
        return ProblemJson.response(problem, requestId);
    }
}
