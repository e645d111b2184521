package io.pixport.http;

/**
 * Lets browsers show answers to pages of the origins that the policy admits (WHATWG Fetch, section 3.3). Cookies play no
 * part, so credentials in the sense of that protocol are never allowed; a bearer token is a header like others.
 */
final class Cors implements Handler {
    private static final String ANY = "*";
    private static final String METHODS = "GET, HEAD, POST, PATCH, PUT, DELETE";
    private static final String REQUEST_HEADERS =
            "content-type, authorization, x-user-id, if-match, if-none-match, if-range, range, idempotency-key, x-request-id";
    private static final String RESPONSE_HEADERS =
            "etag, location, link, content-range, content-disposition, retry-after, x-request-id, idempotency-replayed";
    /** Two hours, as long as any current browser keeps it. */
    private static final String MAX_AGE_SECONDS = "7200";

    private final CorsPolicy policy;
    private final Handler next;

    Cors(CorsPolicy policy, Handler next) {
        this.policy = policy;
        this.next = next;
    }

    @Override
    public Response handle(Request request) {
        return policy.origins().isEmpty() ? next.handle(request) : shared(request);
    }

    private Response shared(Request request) {
        boolean anyOrigin = policy.origins().contains(ANY);
        String origin = request.headers().first("Origin").orElse("");
        boolean admitted = anyOrigin || policy.origins().contains(origin);
        boolean preflight = admitted && isPreflight(request);

        Response response = preflight ? preflight() : next.handle(request);
        if (admitted) {
            response.with("Access-Control-Allow-Origin", anyOrigin ? ANY : origin);
            if (!preflight) {
                response.with("Access-Control-Expose-Headers", RESPONSE_HEADERS);
            }
        }
        if (!anyOrigin) {
            // Added to what the answer varies by otherwise; a cache must not show one origin the answer of another.
            response.headers().add("Vary", "Origin");
        }
        return response;
    }

    private static boolean isPreflight(Request request) {
        return request.method().equals("OPTIONS")
                && request.headers().contains("Origin")
                && request.headers().contains("Access-Control-Request-Method");
    }

    private static Response preflight() {
        return Response.of(204)
                .with("Access-Control-Allow-Methods", METHODS)
                .with("Access-Control-Allow-Headers", REQUEST_HEADERS)
                .with("Access-Control-Max-Age", MAX_AGE_SECONDS);
    }
}
