package io.pixport.http;

import io.pixport.core.model.ImageFormat;
import io.pixport.core.model.ImageId;
import io.pixport.core.model.Limits;
import io.pixport.core.port.ObjectKey;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What operators and clients ask of the service itself. */
final class ServiceEndpoints {
    /** An id that no image has: made at the beginning of time. */
    private static final ImageId NO_IMAGE = new ImageId(new UUID(0x7000, Long.MIN_VALUE));

    private final Limits limits;
    private final @Nullable PayloadLimits payloadLimits;
    private final Backend backend;
    private final Metrics metrics;
    private final Docs docs;

    ServiceEndpoints(
            Limits limits, @Nullable PayloadLimits payloadLimits, Backend backend, Metrics metrics, Docs docs) {
        this.limits = limits;
        this.payloadLimits = payloadLimits;
        this.backend = backend;
        this.metrics = metrics;
        this.docs = docs;
    }

    List<Route> routes() {
        return List.of(
                Route.json("GET", "/limits", exchange -> limits()),
                Route.json("GET", "/health", exchange -> status("alive")),
                Route.json("GET", "/health/ready", exchange -> ready()),
                new Route("GET", "/metrics", List.of("text/plain"), exchange -> metrics()),
                Route.json(
                        "GET",
                        "/openapi.json",
                        exchange -> docs.openApi(exchange.request().basePath())),
                new Route("GET", "/docs", List.of("text/html"), exchange -> docs.swaggerUi()),
                new Route("GET", "/redoc", List.of("text/html"), exchange -> docs.redoc()),
                new Route(
                        "GET",
                        "/docs/assets/{file}",
                        List.of(),
                        exchange -> docs.asset(exchange.parameter("file", file -> file))));
    }

    private Response limits() {
        return JsonBytes.response(200, json -> {
            json.writeStartObject();
            json.writeArrayPropertyStart("content_types");
            limits.formats().stream().sorted().map(ImageFormat::contentType).forEach(json::writeString);
            json.writeEndArray();
            json.writeNumberProperty("min_size", limits.minSize());
            json.writeNumberProperty("max_size", limits.maxSize());
            json.writeNumberProperty("multipart_threshold", limits.multipartThreshold());
            json.writeNumberProperty("min_side", limits.minSide());
            json.writeNumberProperty("max_side", limits.maxSide());
            json.writeNumberProperty("max_frames", limits.maxFrames());
            json.writeNumberProperty("max_pixels", limits.maxPixels());
            json.writeNumberProperty("title_length", limits.titleLength());
            json.writeNumberProperty("description_length", limits.descriptionLength());
            json.writeNumberProperty("alt_text_length", limits.altTextLength());
            json.writeNumberProperty("tags", limits.tags());
            json.writeNumberProperty("tag_length", limits.tagLength());
            json.writeNumberProperty("custom_fields", limits.customFields());
            json.writeNumberProperty("custom_name_length", limits.customNameLength());
            json.writeNumberProperty("custom_value_length", limits.customValueLength());
            json.writeNumberProperty("user_id_length", limits.userIdLength());
            json.writeNumberProperty("file_name_length", limits.fileNameLength());
            json.writeNumberProperty("min_link_life", limits.minLinkLife().toSeconds());
            json.writeNumberProperty("max_link_life", limits.maxLinkLife().toSeconds());
            json.writeNumberProperty(
                    "default_link_life", limits.defaultLinkLife().toSeconds());
            json.writeNumberProperty("default_page_size", limits.defaultPageSize());
            json.writeNumberProperty("max_page_size", limits.maxPageSize());
            json.writeNumberProperty("trash_retention", limits.trashRetention().toSeconds());
            json.writeNumberProperty(
                    "reservation_life", limits.reservationLife().toSeconds());
            json.writeNumberProperty("batch_operations", BatchRequest.MAX_OPERATIONS);
            if (payloadLimits != null) {
                json.writeNumberProperty("max_request_body", payloadLimits.maxRequest());
                json.writeNumberProperty("max_response_body", payloadLimits.maxResponse());
            }
            json.writeEndObject();
        });
    }

    /** Asks either store for something that is not there; a store out of reach throws. */
    private Response ready() {
        backend.repository().find(NO_IMAGE);
        backend.store().describe(ObjectKey.of(NO_IMAGE));
        return status("ready");
    }

    private static Response status(String status) {
        return JsonBytes.response(200, json -> {
                    json.writeStartObject();
                    json.writeStringProperty("status", status);
                    json.writeEndObject();
                })
                .with("Cache-Control", "no-store");
    }

    private Response metrics() {
        return Response.of(200, Metrics.CONTENT_TYPE, metrics.scrape());
    }
}
