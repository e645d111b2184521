package io.pixport.http;

import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.DuplicateImage;
import io.pixport.core.model.PendingImage;
import io.pixport.core.model.RejectedImage;
import io.pixport.core.model.Upload;
import io.pixport.core.port.PresignedLink;
import io.pixport.core.port.PresignedParts;
import io.pixport.core.port.PresignedPost;
import io.pixport.core.port.PresignedUrl;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;

/** Direct uploads as responses show them. */
final class UploadJson {
    private UploadJson() {}

    /** The members that every answer about an upload has. */
    static void status(JsonGenerator json, Upload upload) {
        json.writeStringProperty("image_id", upload.id().toString());
        json.writeStringProperty(
                "status",
                switch (upload) {
                    case PendingImage pending -> "pending";
                    case ActiveImage active -> "active";
                    case RejectedImage rejected -> "rejected";
                    case DuplicateImage duplicate -> "duplicate";
                });
    }

    /** Where to send the bytes, and what has to go with them. */
    static void link(JsonGenerator json, PresignedLink link) {
        json.writeObjectPropertyStart("upload");
        switch (link) {
            case PresignedUrl url -> {
                json.writeStringProperty("method", url.method());
                members(json, url.url(), "headers", url.headers());
            }
            case PresignedPost form -> {
                json.writeStringProperty("method", "POST");
                members(json, form.url(), "fields", form.fields());
            }
            case PresignedParts parts -> {
                json.writeStringProperty("method", "PUT");
                json.writeNumberProperty("part_size", parts.size());
                json.writeArrayPropertyStart("parts");
                parts.parts().forEach(part -> part(json, part));
                json.writeEndArray();
            }
        }
        json.writeEndObject();
    }

    private static void part(JsonGenerator json, PresignedParts.Part part) {
        json.writeStartObject();
        json.writeNumberProperty("number", part.number());
        json.writeNumberProperty("size", part.size());
        json.writeBooleanProperty("arrived", part.hasArrived());
        if (part.link() != null) {
            members(json, part.link().url(), "headers", part.link().headers());
        }
        json.writeEndObject();
    }

    private static void members(JsonGenerator json, URI url, String name, Map<String, String> values) {
        json.writeStringProperty("url", url.toString());
        json.writeObjectPropertyStart(name);
        new TreeMap<>(values).forEach(json::writeStringProperty);
        json.writeEndObject();
    }
}
