package io.pixport.http;

import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.Image;
import io.pixport.core.model.ImageDetails;
import io.pixport.core.model.ImageId;
import io.pixport.core.model.TrashedImage;
import io.pixport.core.model.UserId;
import io.pixport.core.usecase.ImageService;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Uploading, changing, deleting and restoring. */
final class ImageEndpoints {
    /** No image has it. */
    private static final Long NO_VERSION = 0L;

    private final ImageService service;
    private final UploadReader uploads;
    private final Idempotency idempotency;

    ImageEndpoints(ImageService service, UploadReader uploads, Idempotency idempotency) {
        this.service = service;
        this.uploads = uploads;
        this.idempotency = idempotency;
    }

    List<Route> routes() {
        return List.of(
                Route.json("POST", "/images", this::upload),
                Route.json("POST", "/upload", this::upload),
                Route.json("PATCH", "/images/{image_id}", this::update),
                Route.json("DELETE", "/images/{image_id}", this::delete),
                Route.json("POST", "/images/{image_id}/restore", this::restore));
    }

    private Response upload(Exchange exchange) throws IOException {
        UserId caller = exchange.namedCaller();
        try (UploadRequest upload = uploads.read(exchange.request())) {
            UserId owner = Exchange.owner(caller, upload.owner());
            return idempotency.once(
                    exchange.request().headers(), caller, fingerprint(owner, upload), new Idempotency.Creation() {
                        @Override
                        public Response create(ImageId id) {
                            return store(exchange, id, owner, upload);
                        }

                        @Override
                        public Response made(Image image) {
                            return uploaded(
                                    exchange,
                                    image instanceof TrashedImage trashed ? trashed.image() : (ActiveImage) image);
                        }
                    });
        }
    }

    /** The same upload sent again: multipart boundaries and the order of fields may differ. */
    private static List<String> fingerprint(UserId owner, UploadRequest upload) {
        return List.of(
                "upload",
                owner.value(),
                String.valueOf(upload.fileName()),
                upload.details().toString(),
                upload.onDuplicate().name(),
                upload.image().sha256().hex());
    }

    private Response store(Exchange exchange, ImageId id, UserId owner, UploadRequest upload) {
        return service.reuseImage()
                .reuse(owner, upload.image().sha256(), upload.onDuplicate())
                .map(original -> duplicate(exchange, original))
                .orElseGet(() -> stored(exchange, id, owner, upload));
    }

    /** That the bytes are an image already, and which. */
    static Response duplicate(Exchange exchange, ActiveImage original) {
        return message(200, "The image was there already", original, original.id())
                .with("Location", location(exchange, original));
    }

    static String location(Exchange exchange, ActiveImage image) {
        return exchange.request().basePath() + "/images/" + image.id();
    }

    private Response stored(Exchange exchange, ImageId id, UserId owner, UploadRequest upload) {
        return uploaded(
                exchange,
                Outcomes.require(
                        service.uploadImage().upload(id, owner, upload.fileName(), upload.details(), upload.image())));
    }

    private static Response uploaded(Exchange exchange, ActiveImage image) {
        return message(201, "Image uploaded successfully", image, null).with("Location", location(exchange, image));
    }

    private Response update(Exchange exchange) throws IOException {
        UserId caller = exchange.caller();
        ImageId id = exchange.imageId();
        UnaryOperator<ImageDetails> patch = DetailsPatch.read(exchange.request());
        ActiveImage image =
                Outcomes.require(service.updateImage().update(id, caller, expectedVersion(exchange, id), patch));
        return JsonBytes.response(200, json -> ImageJson.write(json, image)).with("ETag", etag(image));
    }

    private Response delete(Exchange exchange) {
        UserId caller = exchange.caller();
        ImageId id = exchange.imageId();
        Long version = expectedVersion(exchange, id);
        Outcomes.require(
                exchange.flag("permanent")
                        ? service.eraseImage().erase(id, caller, version)
                        : service.deleteImage().delete(id, caller, version));
        return JsonBytes.response(200, json -> {
            json.writeStartObject();
            json.writeStringProperty("message", "Image deleted successfully");
            json.writeStringProperty("image_id", id.toString());
            json.writeEndObject();
        });
    }

    private Response restore(Exchange exchange) {
        UserId caller = exchange.caller();
        ImageId id = exchange.imageId();
        return idempotency.once(exchange.request().headers(), caller, List.of("restore", id.toString()), () -> {
            ActiveImage image = Outcomes.require(service.restoreImage().restore(id, caller));
            return message(200, "Image restored successfully", image, null);
        });
    }

    /** The version that {@code If-Match} demands; null when it is absent or takes any. */
    private @Nullable Long expectedVersion(Exchange exchange, ImageId id) {
        Headers headers = exchange.request().headers();
        if (ETags.ifMatchTakesAny(headers)) {
            return null;
        }
        return service.getImage()
                .get(id)
                .filter(image -> ETags.ifMatchNames(headers, etag(image)))
                .map(ActiveImage::version)
                .orElse(NO_VERSION);
    }

    private static Response message(int status, String message, ActiveImage image, @Nullable ImageId duplicateOf) {
        return JsonBytes.response(status, json -> {
                    json.writeStartObject();
                    json.writeStringProperty("message", message);
                    json.writeStringProperty("image_id", image.id().toString());
                    if (duplicateOf != null) {
                        json.writeStringProperty("duplicate_of", duplicateOf.toString());
                    }
                    json.writeName("metadata");
                    ImageJson.write(json, image);
                    json.writeEndObject();
                })
                .with("ETag", etag(image));
    }

    static String etag(ActiveImage image) {
        return ETags.strong(Long.toString(image.version()));
    }
}
