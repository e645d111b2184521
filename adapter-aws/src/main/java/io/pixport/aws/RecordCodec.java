package io.pixport.aws;

import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.Announcement;
import io.pixport.core.model.Dimensions;
import io.pixport.core.model.DuplicateImage;
import io.pixport.core.model.FileName;
import io.pixport.core.model.Image;
import io.pixport.core.model.ImageContent;
import io.pixport.core.model.ImageDetails;
import io.pixport.core.model.ImageFormat;
import io.pixport.core.model.ImageId;
import io.pixport.core.model.MissingImage;
import io.pixport.core.model.PendingImage;
import io.pixport.core.model.PurgingImage;
import io.pixport.core.model.RejectedImage;
import io.pixport.core.model.Sha256;
import io.pixport.core.model.Tag;
import io.pixport.core.model.TrashedImage;
import io.pixport.core.model.UserId;
import io.pixport.core.port.StorageException;
import java.time.DateTimeException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Records as DynamoDB keeps them: one map, with nothing in it for what an image does not have.
 *
 * <p>A record that is replaced is compared with what it is encoded as, so what is decoded has to be encoded as it was. A
 * field that is added one day must not be written for a record that was saved without it.
 */
final class RecordCodec {
    /** Within the map; queries filter by them. */
    static final String FORMAT = "format";

    static final String TAGS = "tags";

    private RecordCodec() {}

    static AttributeValue encode(Image image) {
        Fields fields = new Fields().put("id", image.id().toString()).put("version", image.version());
        switch (image) {
            case ActiveImage active -> {
                fields.put("state", "active");
                encode(active, fields);
            }
            case TrashedImage trashed -> {
                fields.put("state", "trashed");
                encode(trashed.image(), fields);
                fields.put("deleted_at", trashed.deletedAt()).put("purge_at", trashed.purgeAt());
            }
            case MissingImage missing -> {
                fields.put("state", "missing").put("since", missing.since());
                encode(missing.image(), fields);
            }
            case PendingImage pending -> {
                fields.put("state", "pending")
                        .put("owner", pending.owner().value())
                        .put("expires_at", pending.expiry());
                encode(pending.details(), fields);
                ReservationCodec.encode(pending.announced(), fields);
                if (pending.parts() != null) {
                    ReservationCodec.encode(pending.parts(), fields);
                }
                if (pending.fileName() != null) {
                    fields.put("file_name", pending.fileName().value());
                }
            }
            case RejectedImage rejected ->
                fields.put("state", "rejected")
                        .put("owner", rejected.owner().value())
                        .put(
                                "reasons",
                                rejected.reasons().stream()
                                        .map(ReservationCodec::encode)
                                        .toList())
                        .put("expires_at", rejected.expiry());
            case DuplicateImage duplicate ->
                fields.put("state", "duplicate")
                        .put("owner", duplicate.owner().value())
                        .put("original", duplicate.original().toString())
                        .put("expires_at", duplicate.expiry());
            case PurgingImage purging -> {
                fields.put("state", "purging").put("since", purging.since()).put("expires_at", purging.expiry());
                if (purging.uploadId() != null) {
                    fields.put(ReservationCodec.UPLOAD_ID, purging.uploadId());
                }
            }
        }
        return fields.attribute();
    }

    private static void encode(ActiveImage image, Fields fields) {
        ImageContent content = image.content();
        fields.put("owner", image.owner().value())
                .put("uploaded_at", image.uploadedAt())
                .put("updated_at", image.updatedAt())
                .put(FORMAT, content.format().name())
                .put("size", content.size())
                .put("width", content.dimensions().width())
                .put("height", content.dimensions().height())
                .put("frames", content.frames())
                .put("sha256", content.sha256().hex());
        encode(image.details(), fields);
        if (image.fileName() != null) {
            fields.put("file_name", image.fileName().value());
        }
    }

    private static void encode(ImageDetails details, Fields fields) {
        fields.put("title", details.title())
                .put("description", details.description())
                .put("alt_text", details.altText())
                .put(
                        TAGS,
                        details.tags().stream()
                                .map(Tag::value)
                                .map(AttributeValue::fromS)
                                .toList())
                .put(
                        "custom",
                        details.custom().entrySet().stream()
                                .map(RecordCodec::pair)
                                .toList());
    }

    /** DynamoDB's own maps have no order. */
    private static AttributeValue pair(Map.Entry<String, String> field) {
        return AttributeValue.fromL(
                List.of(AttributeValue.fromS(field.getKey()), AttributeValue.fromS(field.getValue())));
    }

    /** @throws StorageException of kind {@code FAILED} when it is no record */
    static Image decode(@Nullable AttributeValue record) {
        try {
            return decode(new Fields(record));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new StorageException(StorageException.Kind.FAILED, "the table has a record that is none", e);
        }
    }

    private static Image decode(Fields fields) {
        String state = fields.text("state");
        return switch (state) {
            case "active" -> active(fields);
            case "trashed" -> new TrashedImage(active(fields), fields.time("deleted_at"), fields.time("purge_at"));
            case "missing" -> new MissingImage(active(fields), fields.time("since"));
            case "pending" -> pending(fields);
            case "rejected" ->
                new RejectedImage(
                        id(fields),
                        new UserId(fields.text("owner")),
                        fields.list("reasons").stream()
                                .map(ReservationCodec::reason)
                                .toList(),
                        fields.time("expires_at"),
                        fields.number("version"));
            case "duplicate" ->
                new DuplicateImage(
                        id(fields),
                        new UserId(fields.text("owner")),
                        id(fields, "original"),
                        fields.time("expires_at"),
                        fields.number("version"));
            case "purging" ->
                new PurgingImage(
                        id(fields),
                        fields.textOrNull(ReservationCodec.UPLOAD_ID),
                        fields.time("since"),
                        fields.time("expires_at"),
                        fields.number("version"));
            default -> throw new IllegalArgumentException("no state: " + state);
        };
    }

    private static PendingImage pending(Fields fields) {
        Announcement announced = ReservationCodec.announced(fields);
        return new PendingImage(
                id(fields),
                new UserId(fields.text("owner")),
                fileName(fields),
                details(fields),
                announced,
                ReservationCodec.parts(announced, fields),
                fields.time("expires_at"),
                fields.number("version"));
    }

    private static ActiveImage active(Fields fields) {
        ImageContent content = new ImageContent(
                ImageFormat.valueOf(fields.text(FORMAT)),
                fields.number("size"),
                new Dimensions((int) fields.number("width"), (int) fields.number("height")),
                (int) fields.number("frames"),
                new Sha256(fields.text("sha256")));
        return new ActiveImage(
                id(fields),
                new UserId(fields.text("owner")),
                fileName(fields),
                details(fields),
                content,
                fields.time("uploaded_at"),
                fields.time("updated_at"),
                fields.number("version"));
    }

    private static ImageId id(Fields fields) {
        return id(fields, "id");
    }

    private static ImageId id(Fields fields, String name) {
        return ImageId.parse(fields.text(name)).orElseThrow(() -> new IllegalArgumentException("no id of an image"));
    }

    private static @Nullable FileName fileName(Fields fields) {
        String name = fields.textOrNull("file_name");
        return name == null ? null : new FileName(name);
    }

    private static ImageDetails details(Fields fields) {
        Map<String, String> custom = new LinkedHashMap<>();
        for (AttributeValue pair : fields.list("custom")) {
            custom.put(pair.l().get(0).s(), pair.l().get(1).s());
        }
        return new ImageDetails(
                fields.textOrNull("title"),
                fields.textOrNull("description"),
                fields.textOrNull("alt_text"),
                fields.list(TAGS).stream().map(tag -> new Tag(tag.s())).toList(),
                custom);
    }
}
