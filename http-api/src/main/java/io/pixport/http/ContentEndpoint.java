package io.pixport.http;

import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.FileName;
import io.pixport.core.model.InvalidValueException;
import io.pixport.core.port.ByteRange;
import io.pixport.core.port.ContentDisposition;
import io.pixport.core.port.ObjectContent;
import io.pixport.core.usecase.ImageService;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The bytes of an image: conditional requests and ranges (RFC 9110, sections 13 and 14). */
final class ContentEndpoint {
    private final ImageService service;

    ContentEndpoint(ImageService service) {
        this.service = service;
    }

    List<Route> routes() {
        return List.of(new Route("GET", "/images/{image_id}/content", List.of(), this::content));
    }

    private Response content(Exchange exchange) {
        Request request = exchange.request();
        ActiveImage image = service.getImage().get(exchange.imageId()).orElseThrow(Exchange::imageNotFound);
        String contentType = image.content().format().contentType();
        Accept.require(request.headers(), List.of(contentType));
        String etag = ETags.strong(image.content().sha256().hex());
        Response response;
        if (ETags.noneMatchFails(request.headers(), etag)) {
            response = Response.of(304);
        } else if (request.method().equals("HEAD")) {
            response = whole(InputStream.nullInputStream(), image.content().size());
        } else {
            response =
                    bytes(image, range(request.headers(), etag, image.content().size()));
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

    private static Response whole(InputStream stream, long size) {
        return new Response(200, Headers.of(), ResponseBody.of(stream, size));
    }

    private static String disposition(Exchange exchange, FileName name) {
        boolean attachment = Boolean.TRUE.equals(exchange.query("disposition", text -> switch (text) {
            case "inline" -> false;
            case "attachment" -> true;
            default -> throw InvalidValueException.got("disposition is inline or attachment", text);
        }));
        return new ContentDisposition(attachment, name).header();
    }
}
