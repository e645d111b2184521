package io.pixport.http;

import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.FileName;
import io.pixport.core.model.InvalidValueException;
import io.pixport.core.port.ByteRange;
import io.pixport.core.port.ContentDisposition;
import io.pixport.core.port.ObjectContent;
import io.pixport.core.usecase.GetDownloadLink.Disposition;
import io.pixport.core.usecase.GetDownloadLink.DownloadLink;
import io.pixport.core.usecase.ImageService;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an image: conditional requests and ranges (RFC 9110, sections 13 and 14). Where payloads are limited, whoever
 * wants the bytes is sent to the store for them.
 */
final class ContentEndpoint {
    private final ImageService service;
    private final boolean redirects;

    ContentEndpoint(ImageService service, @Nullable PayloadLimits payloadLimits) {
        this.service = service;
        this.redirects = payloadLimits != null;
    }

    List<Route> routes() {
        return List.of(new Route("GET", "/images/{image_id}/content", List.of(), this::content));
    }

    private Response content(Exchange exchange) {
        Request request = exchange.request();
        DownloadLink link = redirects ? link(exchange) : null;
        ActiveImage image = link == null
                ? service.getImage().get(exchange.imageId()).orElseThrow(Exchange::imageNotFound)
                : link.image();
        String contentType = image.content().format().contentType();
        Accept.require(request.headers(), List.of(contentType));
        String etag = ETags.strong(image.content().sha256().hex());
        Response response;
        if (ETags.noneMatchFails(request.headers(), etag)) {
            response = Response.of(304);
        } else if (request.method().equals("HEAD")) {
            response = whole(InputStream.nullInputStream(), image.content().size());
        } else {
            ByteRange range = range(request.headers(), etag, image.content().size());
            if (link != null) {
                return redirect(link);
            }
            response = bytes(image, range);
        }
        return response.with("ETag", etag)
                .with("Content-Type", contentType)
                .with("Accept-Ranges", "bytes")
                .with("Cache-Control", "private, no-cache")
                .with("X-Content-Type-Options", "nosniff")
                .with("Content-Disposition", disposition(exchange, image.saveAs()));
    }

    private static @Nullable ByteRange range(Headers headers, String etag, long size) {
        return ETags.ifRangeHolds(headers, etag)
                ? Ranges.parse(headers.first("Range").orElse(null), size).orElse(null)
                : null;
    }

    private Response bytes(ActiveImage image, @Nullable ByteRange range) {
        Optional<ObjectContent> opened = service.openContent().open(image, range);
        ObjectContent content = opened.orElseThrow(Exchange::imageNotFound);
        return range == null
                ? whole(content.stream(), content.totalSize())
                : new Response(
                        206,
                        Headers.of("Content-Range", Ranges.contentRange(content.range(), content.totalSize())),
                        ResponseBody.of(content.stream(), content.range().length()));
    }

    /** It is followed at once, so it lives as short as a link may. */
    private DownloadLink link(Exchange exchange) {
        Disposition disposition = attachment(exchange) ? Disposition.ATTACHMENT : Disposition.INLINE;
        Duration life = service.limits().minLinkLife();
        return Outcomes.require(service.getDownloadLink().link(exchange.imageId(), life, disposition));
    }

    /** Without an entity tag: a client that kept this answer by one would come back to a link that has expired. */
    private static Response redirect(DownloadLink link) {
        return Response.of(307)
                .with("Location", link.url().url().toString())
                .with("Cache-Control", "private, no-store");
    }

    private static Response whole(InputStream stream, long size) {
        return new Response(200, Headers.of(), ResponseBody.of(stream, size));
    }

    private static String disposition(Exchange exchange, FileName name) {
        return new ContentDisposition(attachment(exchange), name).header();
    }

    private static boolean attachment(Exchange exchange) {
        return Boolean.TRUE.equals(exchange.query("disposition", text -> switch (text) {
            case "inline" -> false;
            case "attachment" -> true;
            default -> throw InvalidValueException.got("disposition is inline or attachment", text);
        }));
    }
}
