package io.pixport.http;

import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.DuplicateImage;
import io.pixport.core.model.Image;
import io.pixport.core.model.ImageId;
import io.pixport.core.model.OnDuplicate;
import io.pixport.core.model.PendingImage;
import io.pixport.core.model.RejectedImage;
import io.pixport.core.model.Upload;
import io.pixport.core.model.UserId;
import io.pixport.core.port.PresignedLink;
import io.pixport.core.port.PresignedParts;
import io.pixport.core.usecase.ImageService;
import io.pixport.core.usecase.Outcome;
import io.pixport.core.usecase.ReserveUpload.Reservation;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Uploading straight to the store: reserving, completing, and asking how far it has got. */
final class UploadEndpoints {
    private final ImageService service;
    private final Idempotency idempotency;
    private final InstantSource clock;

    UploadEndpoints(ImageService service, Idempotency idempotency, InstantSource clock) {
        this.service = service;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    List<Route> routes() {
        return List.of(
                Route.json("POST", "/uploads", this::reserve),
                Route.json("GET", "/uploads/{image_id}", this::get),
                Route.json("POST", "/uploads/{image_id}/complete", this::complete));
    }

    private Response reserve(Exchange exchange) throws IOException {
        UserId caller = exchange.namedCaller();
        ReservationRequest asked = ReservationRequest.read(exchange.request(), service.limits());
        UserId owner = Exchange.owner(caller, asked.owner());
        Response response = idempotency.once(
                exchange.request().headers(), caller, fingerprint(owner, asked), new Idempotency.Creation() {
                    @Override
                    public Response create(ImageId id) {
                        return reserved(exchange, id, owner, asked);
                    }

                    @Override
                    public Response made(Image image) {
                        return image instanceof PendingImage
                                ? create(image.id())
                                : shown(upload(image.id(), owner)).with("Location", location(exchange, image.id()));
                    }
                });
        return (Idempotency.isReplay(response) ? replayed(response, owner) : response)
                .with("Cache-Control", "private, no-store");
    }

    private static List<String> fingerprint(UserId owner, ReservationRequest asked) {
        return List.of(
                "reserve",
                owner.value(),
                String.valueOf(asked.fileName()),
                asked.details().toString(),
                asked.announced().toString(),
                String.valueOf(asked.life()));
    }

    private Response reserved(Exchange exchange, ImageId id, UserId owner, ReservationRequest asked) {
        Reservation reservation = Outcomes.require(service.reserveUpload()
                .reserve(id, owner, asked.fileName(), asked.details(), asked.announced(), asked.life()));
        return pending(201, reservation.image(), reservation.link(), reservation.life())
                .with("Location", location(exchange, id));
    }

    private static String location(Exchange exchange, ImageId id) {
        return exchange.request().basePath() + "/uploads/" + id;
    }

    /** Links for parts may end before the reservation does, because there are others to be had. */
    private Response pending(int status, PendingImage image, PresignedLink link, Duration life) {
        long expiresIn = link instanceof PresignedParts
                ? life.toSeconds()
                : LinkLife.secondsLeft(clock.instant(), life, link.expiresAt());
        return JsonBytes.response(status, json -> {
            json.writeStartObject();
            UploadJson.status(json, image);
            UploadJson.link(json, link);
            json.writeNumberProperty("expires_in", expiresIn);
            json.writeEndObject();
        });
    }

    private Upload upload(ImageId id, UserId caller) {
        return Outcomes.require(service.getUpload().get(id, caller));
    }

    /** The first answer while it is of use. A link that has been used up is not shown again. */
    private Response replayed(Response first, UserId owner) {
        String location = first.headers().first("Location").orElseThrow();
        ImageId id =
                ImageId.parse(location.substring(location.lastIndexOf('/') + 1)).orElseThrow();
        Upload upload = upload(id, owner);
        return upload instanceof PendingImage
                ? first
                : Idempotency.asReplay(shown(upload)).with("Location", location);
    }

    private Response get(Exchange exchange) {
        UserId caller = exchange.namedCaller();
        Upload upload = Outcomes.require(service.getUpload().get(exchange.imageId(), caller));
        Response response =
                upload instanceof PendingImage pending && pending.parts() != null ? inParts(pending) : shown(upload);
        return response.with("Cache-Control", "private, no-store");
    }

    private Response inParts(PendingImage pending) {
        PresignedParts parts = Outcomes.require(service.getParts().get(pending));
        return pending(200, pending, parts, Duration.between(clock.instant(), pending.expiry()));
    }

    private Response complete(Exchange exchange) {
        UserId caller = exchange.caller();
        ImageId id = exchange.imageId();
        OnDuplicate asked = exchange.query(OnDuplicateField.NAME, OnDuplicateField::parse);
        OnDuplicate onDuplicate = asked == null ? OnDuplicate.KEEP : asked;
        return idempotency.once(
                exchange.request().headers(),
                caller,
                List.of("complete", id.toString(), onDuplicate.name()),
                () -> completed(exchange, id, caller, onDuplicate));
    }

    private Response completed(Exchange exchange, ImageId id, @Nullable UserId caller, OnDuplicate onDuplicate) {
        Outcome<ActiveImage> outcome = service.completeUpload().complete(id, caller, onDuplicate);
        if (outcome instanceof Outcome.Refused<ActiveImage> refused) {
            throw Problem.unprocessable(refused.violations());
        }
        ActiveImage image = Outcomes.require(outcome);
        return image.id().equals(id)
                ? shown(image).with("Location", ImageEndpoints.location(exchange, image))
                : ImageEndpoints.duplicate(exchange, image);
    }

    private Response shown(Upload upload) {
        Response response = JsonBytes.response(200, json -> {
            json.writeStartObject();
            UploadJson.status(json, upload);
            switch (upload) {
                case PendingImage pending -> json.writeNumberProperty("expires_in", secondsUntil(pending.expiry()));
                case RejectedImage rejected -> {
                    ProblemJson.errors(json, Problem.errors(rejected.reasons()));
                    json.writeNumberProperty("expires_in", secondsUntil(rejected.expiry()));
                }
                case DuplicateImage duplicate -> {
                    json.writeStringProperty(
                            "duplicate_of", duplicate.original().toString());
                    json.writeNumberProperty("expires_in", secondsUntil(duplicate.expiry()));
                }
                case ActiveImage active -> {
                    json.writeName("metadata");
                    ImageJson.write(json, active);
                }
            }
            json.writeEndObject();
        });
        return upload instanceof ActiveImage active ? response.with("ETag", ImageEndpoints.etag(active)) : response;
    }

    private long secondsUntil(Instant time) {
        return Duration.between(clock.instant(), time).toSeconds();
    }
}
