package io.pixport.aws;

import io.pixport.core.model.Announcement;
import io.pixport.core.model.ImageFormat;
import io.pixport.core.model.Sha256;
import io.pixport.core.model.Violation;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What the records of reservations have besides: what was announced, and why it was rejected. */
final class ReservationCodec {
    private static final String SIZE = "size";
    private static final String SHA256 = "sha256";

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
