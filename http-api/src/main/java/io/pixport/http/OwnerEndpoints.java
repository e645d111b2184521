package io.pixport.http;

import io.pixport.core.model.FileName;
import io.pixport.core.model.UserId;
import io.pixport.core.port.ContentDisposition;
import io.pixport.core.port.Page;
import io.pixport.core.usecase.EraseOwner.Report;
import io.pixport.core.usecase.ExportImages.Export;
import io.pixport.core.usecase.GetDownloadLink.DownloadLink;
import io.pixport.core.usecase.ImageService;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What concerns everything of an owner at once: taking it along, and deleting it. */
final class OwnerEndpoints {
    private static final String EXPORT = "/users/{user_id}/export";
    private static final String ZIP = "application/zip";

    private final ImageService service;
    private final Paging paging;
    private final InstantSource clock;
    private final boolean carriesBytes;

    OwnerEndpoints(ImageService service, Paging paging, InstantSource clock, @Nullable PayloadLimits payloadLimits) {
        this.service = service;
        this.paging = paging;
        this.clock = clock;
        this.carriesBytes = payloadLimits == null;
    }

    List<Route> routes() {
        return List.of(
                Route.json("DELETE", "/users/{user_id}/images", this::erase),
                carriesBytes
                        ? new Route("GET", EXPORT, List.of(ZIP), this::archive)
                        : Route.json("GET", EXPORT, this::links));
    }

    /** Nothing is sent before the first page has been read, so that a repository out of reach is an answer. */
    private Response archive(Exchange exchange) {
        UserId caller = exchange.namedCaller();
        UserId owner = exchange.parameter("user_id", UserId::new);
        Export images = Outcomes.require(service.exportImages().export(owner, caller));
        return new Response(
                200,
                Headers.of(
                        "Content-Type",
                        ZIP,
                        "Content-Disposition",
                        new ContentDisposition(true, new FileName("images.zip")).header(),
                        "Cache-Control",
                        "private, no-store",
                        "X-Content-Type-Options",
                        "nosniff"),
                ResponseBody.of(new ExportArchive(owner, clock.instant(), images::next)));
    }

    /** Where the bytes do not fit into an answer, they are to be had by links. */
    private Response links(Exchange exchange) {
        UserId caller = exchange.namedCaller();
        UserId owner = exchange.parameter("user_id", UserId::new);
        String list = "export\nuser=" + owner;
        Page<DownloadLink> page = Outcomes.require(
                service.listLinks().list(owner, caller, paging.position(exchange, list), paging.limit(exchange)));
        return paging.response(exchange, page, list, (json, link) -> {
                    json.writeStartObject();
                    LinkJson.members(json, link, clock.instant());
                    json.writeEndObject();
                })
                .with("Cache-Control", "private, no-store");
    }

    private Response erase(Exchange exchange) {
        UserId caller = exchange.caller();
        UserId owner = exchange.parameter("user_id", UserId::new);
        Report report = Outcomes.require(service.eraseOwner().erase(owner, caller));
        return JsonBytes.response(200, json -> {
            json.writeStartObject();
            json.writeStringProperty("user_id", owner.value());
            json.writeBooleanProperty("done", report.done());
            json.writeObjectPropertyStart("removed");
            json.writeNumberProperty("images", report.images());
            json.writeNumberProperty("trash", report.trash());
            json.writeNumberProperty("reservations", report.reservations());
            json.writeEndObject();
            json.writeNumberProperty("failed", report.failed());
            json.writeEndObject();
        });
    }
}
