package io.pixport.aws;

import io.pixport.core.model.Announcement;
import io.pixport.core.model.ImageFormat;
import io.pixport.core.model.Parts;
import io.pixport.core.model.Sha256;
import io.pixport.core.model.Violation;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What the records of reservations have besides: what was announced, and why it was rejected. */
final class ReservationCodec {
    private static final String SIZE = "size";
    private static final String SHA256 = "sha256";
    static final String UPLOAD_ID = "upload_id";

    private ReservationCodec() {}

    static void encode(Announcement announced, Fields fields) {
        fields.put("method", announced.method().name())
                .put(RecordCodec.FORMAT, announced.format().name());
        if (announced.size() != null) {
            fields.put(SIZE, announced.size());
        }
        if (announced.sha256() != null) {
            fields.put(SHA256, announced.sha256().hex());
        }
    }

    static void encode(Parts parts, Fields fields) {
        fields.put(UPLOAD_ID, parts.uploadId()).put("part_size", parts.size());
    }

    /** Null when they come whole. */
    static @Nullable Parts parts(Announcement announced, Fields fields) {
        Long size = announced.size();
        String uploadId = fields.textOrNull(UPLOAD_ID);
        return size == null || uploadId == null ? null : new Parts(uploadId, size, fields.number("part_size"));
    }

    static AttributeValue encode(Violation reason) {
        Fields fields = new Fields()
                .put("field", reason.field())
                .put("kind", reason.kind().name())
                .put("message", reason.message());
        if (reason.limit() != null) {
            fields.put("limit", reason.limit());
        }
        return fields.attribute();
    }

    static Announcement announced(Fields fields) {
        String sha256 = fields.textOrNull(SHA256);
        return new Announcement(
                Announcement.Method.valueOf(fields.text("method")),
                ImageFormat.valueOf(fields.text(RecordCodec.FORMAT)),
                fields.numberOrNull(SIZE),
                sha256 == null ? null : new Sha256(sha256));
    }

    static Violation reason(AttributeValue reason) {
        Fields fields = new Fields(reason);
        return new Violation(
                fields.text("field"),
                Violation.Kind.valueOf(fields.text("kind")),
                fields.text("message"),
                fields.numberOrNull("limit"));
    }
}
