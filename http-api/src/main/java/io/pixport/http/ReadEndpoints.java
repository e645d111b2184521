package io.pixport.http;

import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.ImageId;
import io.pixport.core.model.InvalidValueException;
import io.pixport.core.model.Limits;
import io.pixport.core.model.OnDuplicate;
import io.pixport.core.model.Sha256;
import io.pixport.core.model.Tag;
import io.pixport.core.model.TrashedImage;
import io.pixport.core.model.UserId;
import io.pixport.core.port.ImageQuery;
import io.pixport.core.port.Page;
import io.pixport.core.port.Position;
import io.pixport.core.usecase.GetDownloadLink.Disposition;
import io.pixport.core.usecase.GetDownloadLink.DownloadLink;
import io.pixport.core.usecase.ImageService;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Getting one image and its links, and listing many. */
final class ReadEndpoints {
    private static final String SHA256 = "sha256";

    private final ImageService service;
    private final PageTokens tokens;
    private final InstantSource clock;
    private final ImageData imageData;

    ReadEndpoints(ImageService service, PageTokens tokens, InstantSource clock, @Nullable PayloadLimits payloadLimits) {
        this.service = service;
        this.tokens = tokens;
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
        json.writeStringProperty("image_id", link.image().id().toString());
        json.writeName("metadata");
        ImageJson.write(json, link.image());
        json.writeStringProperty("url", link.url().url().toString());
        json.writeNumberProperty("expires_in", secondsLeft(link));
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
        Long seconds = exchange.query("expires_in", text -> number("expires_in", text));
        Duration life = seconds == null ? null : Duration.ofSeconds(seconds);
        return Outcomes.require(service.getDownloadLink().link(id, life, disposition));
    }

    private long secondsLeft(DownloadLink link) {
        return LinkLife.secondsLeft(clock.instant(), link.life(), link.url().expiresAt());
    }

    private Response list(Exchange exchange, @Nullable UserId user, @Nullable Tag tag) {
        ImageQuery query = new ListQuery(exchange, service.limits()).parse(user, tag);
        String list = ListQuery.canonical(query);
        Page<ActiveImage> page =
                Outcomes.require(service.listImages().list(query, position(exchange, list), limit(exchange)));
        return page(exchange, page, list, ImageJson::write);
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
        Page<TrashedImage> page =
                Outcomes.require(service.listTrash().list(owner, caller, position(exchange, list), limit(exchange)));
        return page(exchange, page, list, ImageJson::write);
    }

    private @Nullable Position position(Exchange exchange, String list) {
        String token = exchange.query().single("page_token");
        return token == null ? null : tokens.decode(token, list);
    }

    private int limit(Exchange exchange) {
        Limits limits = service.limits();
        Long asked = exchange.query("limit", text -> number("limit", text));
        return asked == null ? limits.defaultPageSize() : Math.clamp(asked, -1, Integer.MAX_VALUE);
    }

    private static Long number(String name, String text) {
        if (!text.matches("-?[0-9]{1,12}")) {
            throw InvalidValueException.got(name + " is a whole number", text);
        }
        return Long.valueOf(text);
    }

    private <T> Response page(Exchange exchange, Page<T> page, String list, BiConsumer<JsonGenerator, T> item) {
        String next = page.next().map(position -> tokens.encode(position, list)).orElse(null);
        Response response = JsonBytes.response(200, json -> {
            json.writeStartObject();
            json.writeNumberProperty("count", page.items().size());
            json.writeArrayPropertyStart("images");
            page.items().forEach(image -> item.accept(json, image));
            json.writeEndArray();
            if (next == null) {
                json.writeNullProperty("next_page_token");
            } else {
                json.writeStringProperty("next_page_token", next);
            }
            json.writeBooleanProperty("has_more", next != null);
            json.writeEndObject();
        });
        return next == null ? response : response.with("Link", linkToNext(exchange, next));
    }

    /** The same request with another token (RFC 8288). */
    private static String linkToNext(Exchange exchange, String token) {
        String kept = Arrays.stream(exchange.request().query().split("&"))
                .filter(pair -> !pair.isEmpty() && !pair.equals("page_token") && !pair.startsWith("page_token="))
                .map(pair -> pair.replace("<", "%3C").replace(">", "%3E"))
                .collect(Collectors.joining("&", "", "&"));
        String query = (kept.equals("&") ? "" : kept) + "page_token=" + token;
        return "<" + exchange.path() + "?" + query + ">; rel=\"next\"";
    }
}
