package io.pixport.http;

import io.pixport.core.model.ImageFormat;
import io.pixport.core.model.Violation;
import io.pixport.core.port.ByteRange;
import io.pixport.core.port.ContentDisposition;
import io.pixport.core.port.ImageStore;
import io.pixport.core.port.LinkGrant;
import io.pixport.core.port.LinkVerifier;
import io.pixport.core.port.ObjectContent;
import io.pixport.core.port.StoredObject;
import io.pixport.core.usecase.Spool;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Serves the presigned links of a store that cannot serve them by itself, as S3 serves its own. */
final class StoreEndpoint {
    private static final String TEMPLATE = "/_store/{key*}";
    static final String CONTENT_TYPE = "Content-Type";

    private final ImageStore store;
    private final LinkVerifier verifier;
    private final Spool spool;

    StoreEndpoint(ImageStore store, LinkVerifier verifier, Spool spool) {
        this.store = store;
        this.verifier = verifier;
        this.spool = spool;
    }

    List<Route> routes() {
        return List.of(
                new Route("GET", TEMPLATE, List.of(), this::read),
                new Route("PUT", TEMPLATE, List.of(), this::write),
                new Route("POST", TEMPLATE, List.of(), this::post));
    }

    private Response read(Exchange exchange) {
        LinkGrant.Read grant = grant(exchange, LinkGrant.Read.class);
        StoredObject object = store.describe(grant.key()).orElseThrow(StoreEndpoint::noObject);
        Headers headers = exchange.request().headers();
        Optional<ByteRange> range = Ranges.parse(headers.first("Range").orElse(null), object.size());
        ObjectContent content = store.open(grant.key(), range.orElse(null)).orElseThrow(StoreEndpoint::noObject);
        Response response = new Response(
                range.isPresent() ? 206 : 200,
                Headers.of(CONTENT_TYPE, grant.format().contentType(), "Accept-Ranges", "bytes"),
                ResponseBody.of(content.stream(), content.range().length()));
        range.ifPresent(part -> response.with("Content-Range", Ranges.contentRange(part, content.totalSize())));
        object.sha256().ifPresent(sha256 -> response.with("ETag", ETags.strong(sha256.hex())));
        if (grant.attachment() != null) {
            response.with("Content-Disposition", new ContentDisposition(true, grant.attachment()).header());
        }
        return response.with("X-Content-Type-Options", "nosniff").with("Cache-Control", "private, no-store");
    }

    private Response write(Exchange exchange) throws IOException {
        return switch (verified(exchange)) {
            case LinkGrant.Write write -> write(exchange.request(), write);
            case LinkGrant.Part part -> write(exchange.request(), part);
            default -> throw madeForAnother(exchange.request());
        };
    }

    private Response write(Request request, LinkGrant.Write grant) throws IOException {
        requireType(grant.format(), request.headers().first(CONTENT_TYPE).orElse(null));
        try (ReceivedBytes received = ReceivedBytes.take(body(request, grant.size(), 0), grant.size(), spool)) {
            if (received.size() != grant.size() || !received.sha256().equals(grant.sha256())) {
                throw Problem.invalid("body", "the body is not the bytes that the link was made for");
            }
            if (!store.put(grant.key(), received, grant.format())) {
                throw Problem.of(ProblemType.PRECONDITION_FAILED, "there is an object already");
            }
        }
        return Response.of(200);
    }

    private Response write(Request request, LinkGrant.Part grant) throws IOException {
        try (ReceivedBytes received = ReceivedBytes.take(body(request, grant.size(), 0), grant.size(), spool)) {
            if (received.size() != grant.size()) {
                throw Problem.invalid("body", "the link admits " + grant.size() + " bytes");
            }
            if (!verifier.putPart(grant, received)) {
                throw noObject();
            }
        }
        return Response.of(200);
    }

    private Response post(Exchange exchange) throws IOException {
        LinkGrant.Post grant = grant(exchange, LinkGrant.Post.class);
        Request request = exchange.request();
        HeaderValue type =
                HeaderValue.parse(request.headers().first(CONTENT_TYPE).orElse(null));
        BodyStream body = body(request, grant.maxSize(), PostedForm.REST_SIZE);
        PostedForm form = new PostedForm(grant, store, spool);
        MultipartForm.read(body, type.parameter("boundary"), form::readPart);
        form.requireStored();
        return Response.of(204);
    }

    private <T extends LinkGrant> T grant(Exchange exchange, Class<T> type) {
        LinkGrant grant = verified(exchange);
        if (!type.isInstance(grant)) {
            throw madeForAnother(exchange.request());
        }
        return type.cast(grant);
    }

    /** What the link admits; it is good for one method, and HEAD is not GET. */
    private LinkGrant verified(Exchange exchange) {
        Request request = exchange.request();
        LinkGrant grant = verifier.verify(request.method(), link(request));
        if (grant instanceof LinkGrant.Denied denied) {
            throw denied(denied.reason());
        }
        return grant;
    }

    private static ProblemException madeForAnother(Request request) {
        return denied("the link was not made for " + request.method());
    }

    private static URI link(Request request) {
        try {
            return new URI(request.path() + "?" + request.query());
        } catch (URISyntaxException e) {
            throw denied("the link is none that was signed here");
        }
    }

    static void requireType(ImageFormat format, @Nullable String stated) {
        if (!format.contentType().equals(stated)) {
            throw denied("the link was made for bytes that are sent as " + format.contentType());
        }
    }

    private static BodyStream body(Request request, long size, int rest) {
        String message = "the link admits " + size + " bytes";
        return BodyStream.of(request, size + rest, new Violation("body", Violation.Kind.TOO_LARGE, message, size));
    }

    static ProblemException denied(String reason) {
        return Problem.of(ProblemType.FORBIDDEN, reason);
    }

    private static ProblemException noObject() {
        return Problem.of(ProblemType.NOT_FOUND, "there is no such object");
    }
}
