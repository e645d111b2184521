package io.pixport.http;

import io.pixport.core.model.Sha256;
import io.pixport.core.port.ByteRange;
import io.pixport.core.port.ImageStore;
import io.pixport.core.port.LinkGrant;
import io.pixport.core.port.LinkVerifier;
import io.pixport.core.port.ObjectContent;
import io.pixport.core.port.Payload;
import io.pixport.core.port.StoredObject;
import io.pixport.core.usecase.Spool;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;

/** Serves the presigned links of a store that cannot serve them by itself, as S3 serves its own. */
final class StoreEndpoint {
    private static final String TEMPLATE = "/_store/{key*}";

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
                new Route("GET", TEMPLATE, List.of(), this::read), new Route("PUT", TEMPLATE, List.of(), this::write));
    }

    private Response read(Exchange exchange) {
        if (!(grant(exchange) instanceof LinkGrant.Read grant)) {
            throw denied("the link was not made for reading");
        }
        StoredObject object = store.describe(grant.key()).orElseThrow(StoreEndpoint::noObject);
        Headers headers = exchange.request().headers();
        Optional<ByteRange> range = Ranges.parse(headers.first("Range").orElse(null), object.size());
        ObjectContent content = store.open(grant.key(), range.orElse(null)).orElseThrow(StoreEndpoint::noObject);
        Response response = new Response(
                range.isPresent() ? 206 : 200,
                Headers.of("Content-Type", grant.format().contentType(), "Accept-Ranges", "bytes"),
                ResponseBody.of(content.stream(), content.range().length()));
        range.ifPresent(part -> response.with("Content-Range", Ranges.contentRange(part, content.totalSize())));
        object.sha256().ifPresent(sha256 -> response.with("ETag", ETags.strong(sha256.hex())));
        if (grant.attachment() != null) {
            response.with("Content-Disposition", ContentDisposition.attachment(grant.attachment()));
        }
        return response.with("X-Content-Type-Options", "nosniff").with("Cache-Control", "private, no-store");
    }

    private Response write(Exchange exchange) throws IOException {
        if (!(grant(exchange) instanceof LinkGrant.Write grant)) {
            throw denied("the link was not made for writing");
        }
        if (exchange.request().contentLength() > grant.maxSize()) {
            throw tooLarge(grant.maxSize());
        }
        DigestObserver digest = new DigestObserver(grant.maxSize());
        try (Spool.Spooled bytes = spool.take(exchange.request().body(), digest)) {
            if (bytes.size() > grant.maxSize()) {
                throw tooLarge(grant.maxSize());
            }
            if (bytes.size() == 0) {
                throw Problem.invalid("body", "the body is empty");
            }
            if (!store.put(grant.key(), new SpooledPayload(bytes, digest.sha256()), grant.format())) {
                throw Problem.of(ProblemType.PRECONDITION_FAILED, "there is an object already");
            }
        }
        return Response.of(200);
    }

    /** A link is good for one method, and HEAD is not GET. */
    private LinkGrant grant(Exchange exchange) {
        Request request = exchange.request();
        LinkGrant grant = verifier.verify(request.method(), link(request));
        if (grant instanceof LinkGrant.Denied denied) {
            throw denied(denied.reason());
        }
        return grant;
    }

    private static URI link(Request request) {
        try {
            return new URI(request.path() + "?" + request.query());
        } catch (URISyntaxException e) {
            throw denied("the link is none that was signed here");
        }
    }

    private static ProblemException denied(String reason) {
        return Problem.of(ProblemType.FORBIDDEN, reason);
    }

    private static ProblemException noObject() {
        return Problem.of(ProblemType.NOT_FOUND, "there is no such object");
    }

    private static ProblemException tooLarge(long maxSize) {
        return new ProblemException(new Problem(
                ProblemType.TOO_LARGE, "the link admits " + maxSize + " bytes", List.of(), maxSize, Headers.of()));
    }

    private record SpooledPayload(Spool.Spooled bytes, Sha256 sha256) implements Payload {
        @Override
        public long size() {
            return bytes.size();
        }

        @Override
        public InputStream open() {
            return bytes.open();
        }
    }
}
