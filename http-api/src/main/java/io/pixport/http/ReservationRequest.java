package io.pixport.http;

import io.pixport.core.model.Announcement;
import io.pixport.core.model.Announcement.Method;
import io.pixport.core.model.FileName;
import io.pixport.core.model.ImageDetails;
import io.pixport.core.model.ImageFormat;
import io.pixport.core.model.InvalidValueException;
import io.pixport.core.model.Limits;
import io.pixport.core.model.Sha256;
import io.pixport.core.model.UserId;
import io.pixport.core.model.Violation;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a reservation asks for.
 *
 * @param owner null when the request does not say
 * @param life of the link; null when the request does not say
 */
record ReservationRequest(
        @Nullable UserId owner,
        @Nullable FileName fileName,
        ImageDetails details,
        Announcement announced,
        @Nullable Duration life) {
    /**
     * @throws ProblemException for everything that is wrong with it
     * @throws IOException when the body cannot be read to its end
     */
    static ReservationRequest read(Request request, Limits limits) throws IOException {
        return new Reader(Json.body(request, UploadReader.REST_SIZE, "what is to be uploaded"), limits).read();
    }

    private static final class Reader {
        private final ObjectNode members;
        private final Limits limits;
        private final FieldErrors errors = new FieldErrors();

        Reader(ObjectNode members, Limits limits) {
            this.members = members;
            this.limits = limits;
        }

        ReservationRequest read() {
            UploadFields fields = new UploadFields(errors);
            fields.addAll(members);
            UserId owner = fields.owner();
            FileName fileName = fields.fileName();
            ImageDetails details = fields.details();
            ImageFormat format = format();
            Long size = number("size");
            Sha256 sha256 = text("sha256", Sha256::new);
            Method method = method(size);
            Duration life = life();
            errors.addAll(limits.check(owner, fileName, details));
            errors.addAll(limits.checkAnnounced(format, size));
            errors.throwIfAny();
            if (format == null) {
                throw new IllegalStateException("neither a format nor an error");
            }
            return new ReservationRequest(
                    owner, fileName, details, new Announcement(method, format, size, sha256), life);
        }

        private @Nullable ImageFormat format() {
            String sent = text("content_type", text -> text);
            if (sent == null) {
                require("content_type", "content_type is missing: it tells the format of the image");
                return null;
            }
            ImageFormat format = ImageFormat.ofContentType(sent).orElse(null);
            if (format == null) {
                errors.add(limits.unsupported(InvalidValueException.shown(sent)).about("content_type"));
            }
            return format;
        }

        /**
         * As asked for; else a link where everything is known that it needs, because it is the stricter. What is too large
         * for one link has one for each of its parts.
         */
        private Method method(@Nullable Long size) {
            Method asked = text("method", Reader::method);
            if (asked != Method.POST && size != null && size > limits.multipartThreshold()) {
                return Method.PARTS;
            }
            if (asked == Method.PUT) {
                require("size", "size is needed for PUT");
                require("sha256", "sha256 is needed for PUT");
            }
            boolean known = has("size") && has("sha256");
            return asked != null ? asked : known ? Method.PUT : Method.POST;
        }

        private static Method method(String text) {
            return switch (text) {
                case "PUT" -> Method.PUT;
                case "POST" -> Method.POST;
                default -> throw InvalidValueException.got("method is PUT or POST", text);
            };
        }

        private @Nullable Duration life() {
            Long seconds = number("expires_in");
            Duration life = seconds == null ? null : Duration.ofSeconds(seconds);
            Violation violation = life == null ? null : limits.checkReservationLife(life);
            if (violation != null) {
                errors.add(violation);
            }
            return life;
        }

        private boolean has(String name) {
            JsonNode value = members.path(name);
            return !value.isMissingNode() && !value.isNull();
        }

        private void require(String name, String otherwise) {
            if (!has(name)) {
                errors.add(name, otherwise);
            }
        }

        private <T> @Nullable T text(String name, Function<String, T> type) {
            JsonNode value = members.path(name);
            if (has(name) && !value.isString()) {
                errors.wrongType(name, "a string", value);
            }
            return value.isString() ? errors.value(name, value.stringValue(), type) : null;
        }

        private @Nullable Long number(String name) {
            JsonNode value = members.path(name);
            boolean whole = value.isIntegralNumber() && value.canConvertToLong();
            if (has(name) && !whole) {
                errors.add(name, name + " must be a whole number of at most 18 digits, not in quotation marks");
            }
            return whole ? Long.valueOf(value.longValue()) : null;
        }
    }
}
