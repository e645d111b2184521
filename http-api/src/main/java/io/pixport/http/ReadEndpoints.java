package io.pixport.http;

import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.ImageId;
import io.pixport.core.model.OnDuplicate;
import io.pixport.core.model.Sha256;
import io.pixport.core.model.Tag;
import io.pixport.core.model.TrashedImage;
import io.pixport.core.model.UserId;
import io.pixport.core.port.ImageQuery;
import io.pixport.core.port.Page;
import io.pixport.core.usecase.GetDownloadLink.Disposition;
import io.pixport.core.usecase.GetDownloadLink.DownloadLink;
import io.pixport.core.usecase.ImageService;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Getting one image and its links, and listing many. */
final class ReadEndpoints {
    private static final String SHA256 = "sha256";

    private final ImageService service;
    private final Paging paging;
    private final InstantSource clock;
    private final ImageData imageData;

    ReadEndpoints(ImageService service, Paging paging, InstantSource clock, @Nullable PayloadLimits payloadLimits) {
        this.service = service;
        this.paging = paging;
        this.clock = clock;
        this.imageData = new ImageData(service.openContent(), payloadLimits);
    }

    List<Route> routes() {
        return List.of(
                Route.json(
                        "GET",
                        "/images",
                        exchange -> isAskedForBytes(exchange) ? copy(exchange) : list(exchange, null, null)),
                Route.json(
                        "GET",
                        "/users/{user_id}/images",
                        exchange -> list(exchange, exchange.parameter("user_id", UserId::new), null)),
                Route.json(
                        "GET",
                        "/tags/{tag}/images",
                        exchange -> list(exchange, null, exchange.parameter("tag", Tag::new))),
                Route.json("GET", "/users/{user_id}/trash", this::listTrash),
                Route.json("GET", "/images/{image_id}", this::get),
                Route.json("GET", "/images/{image_id}/download", this::download));
    }

    private Response get(Exchange exchange) {
        boolean withData = exchange.flag("download");
        exchange.flag("url");
        DownloadLink link = link(exchange, withData ? Disposition.ATTACHMENT : Disposition.INLINE);
        ActiveImage image = link.image();
        Response response = withData
                ? imageData.response(link, json -> describe(json, link))
                : JsonBytes.response(200, json -> {
                    json.writeStartObject();
                    describe(json, link);
                    json.writeEndObject();
                });
        return response.with("ETag", ImageEndpoints.etag(image)).with("Cache-Control", "private, no-store");
    }

    private void describe(JsonGenerator json, DownloadLink link) {
        LinkJson.members(json, link, clock.instant());
    }

    private Response download(Exchange exchange) {
        DownloadLink link = link(exchange, Disposition.ATTACHMENT);
        return JsonBytes.response(200, json -> {
                    json.writeStartObject();
                    json.writeStringProperty("image_id", link.image().id().toString());
                    json.writeStringProperty("download_url", link.url().url().toString());
                    json.writeNumberProperty("expires_in", secondsLeft(link));
                    json.writeStringProperty(
                            "content_type", link.image().content().format().contentType());
                    json.writeNumberProperty("size", link.image().content().size());
                    json.writeEndObject();
                })
                .with("Cache-Control", "private, no-store");
    }

    private DownloadLink link(Exchange exchange, Disposition disposition) {
        ImageId id = exchange.imageId();
        Long seconds = exchange.number("expires_in");
        Duration life = seconds == null ? null : Duration.ofSeconds(seconds);
        return Outcomes.require(service.getDownloadLink().link(id, life, disposition));
    }

    private long secondsLeft(DownloadLink link) {
        return LinkLife.secondsLeft(clock.instant(), link.life(), link.url().expiresAt());
    }

    private Response list(Exchange exchange, @Nullable UserId user, @Nullable Tag tag) {
        ImageQuery query = new ListQuery(exchange, service.limits()).parse(user, tag);
        String list = ListQuery.canonical(query);
        Page<ActiveImage> page = Outcomes.require(
                service.listImages().list(query, paging.position(exchange, list), paging.limit(exchange)));
        return paging.response(exchange, page, list, ImageJson::write);
    }

    private static boolean isAskedForBytes(Exchange exchange) {
        return exchange.request().method().equals("HEAD") && exchange.query().single(SHA256) != null;
    }

    /** Whether a user has an image of some bytes, before any of them is sent. */
    private Response copy(Exchange exchange) {
        UserId owner = Exchange.owner(exchange.namedCaller(), exchange.query("user_id", UserId::new));
        Sha256 sha256 = Objects.requireNonNull(exchange.query(SHA256, Sha256::new));
        ActiveImage image =
                service.reuseImage().reuse(owner, sha256, OnDuplicate.RETURN).orElseThrow(Exchange::imageNotFound);
        return Response.of(200)
                .with("Location", ImageEndpoints.location(exchange, image))
                .with("ETag", ImageEndpoints.etag(image))
                .with("Cache-Control", "private, no-store");
    }

    private Response listTrash(Exchange exchange) {
        UserId caller = exchange.namedCaller();
        UserId owner = exchange.parameter("user_id", UserId::new);
        String list = "trash\nuser=" + owner;
        Page<TrashedImage> page = Outcomes.require(
                service.listTrash().list(owner, caller, paging.position(exchange, list), paging.limit(exchange)));
        return paging.response(exchange, page, list, ImageJson::write);
    }
}
