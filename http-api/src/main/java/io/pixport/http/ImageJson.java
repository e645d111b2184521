package io.pixport.http;

import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.Dimensions;
import io.pixport.core.model.ImageDetails;
import io.pixport.core.model.TrashedImage;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Images as every response shows them. */
final class ImageJson {
    /** RFC 3339, section 5.6, always with milliseconds. */
    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

    private ImageJson() {}

    static void write(JsonGenerator json, ActiveImage image) {
        json.writeStartObject();
        members(json, image, "active");
        json.writeEndObject();
    }

    static void write(JsonGenerator json, TrashedImage trashed) {
        json.writeStartObject();
        members(json, trashed.image(), "trashed");
        json.writeStringProperty("deleted_at", time(trashed.deletedAt()));
        json.writeStringProperty("purge_at", time(trashed.purgeAt()));
        json.writeEndObject();
    }

    private static void members(JsonGenerator json, ActiveImage image, String status) {
        ImageDetails details = image.details();
        Dimensions dimensions = image.content().dimensions();
        json.writeStringProperty("image_id", image.id().toString());
        json.writeStringProperty("user_id", image.owner().value());
        writeText(json, "title", details.title());
        writeText(json, "description", details.description());
        writeText(json, "alt_text", details.altText());
        json.writeArrayPropertyStart("tags");
        details.tags().forEach(tag -> json.writeString(tag.value()));
        json.writeEndArray();
        json.writeObjectPropertyStart("custom");
        details.custom().forEach(json::writeStringProperty);
        json.writeEndObject();
        writeText(
                json,
                "file_name",
                image.fileName() == null ? null : image.fileName().value());
        json.writeStringProperty("content_type", image.content().format().contentType());
        json.writeNumberProperty("size", image.content().size());
        json.writeNumberProperty("width", dimensions.width());
        json.writeNumberProperty("height", dimensions.height());
        json.writeNumberProperty("frames", image.content().frames());
        json.writeStringProperty("sha256", image.content().sha256().hex());
        json.writeStringProperty("status", status);
        json.writeStringProperty("upload_date", time(image.uploadedAt()));
        json.writeStringProperty("updated_at", time(image.updatedAt()));
        json.writeNumberProperty("version", image.version());
    }

    private static void writeText(JsonGenerator json, String name, @Nullable String text) {
        if (text == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, text);
        }
    }

    static String time(Instant time) {
        return TIME.format(time);
    }
}
