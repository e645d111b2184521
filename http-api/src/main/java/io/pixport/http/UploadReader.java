package io.pixport.http;

import io.pixport.core.model.InvalidValueException;
import io.pixport.core.model.Limits;
import io.pixport.core.model.Violation;
import io.pixport.core.usecase.ReceiveImage;
import io.pixport.core.usecase.Spool;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads the bodies that an upload may have: a multipart form, JSON with base64, or the bytes of the image. */
final class UploadReader {
    /** What a form or a JSON document may hold beside the image, in bytes. */
    static final int REST_SIZE = 128 * 1024;

    private final ReceiveImage receive;
    private final Spool spool;
    private final Limits limits;
    private final @Nullable PayloadLimits payloadLimits;

    UploadReader(ReceiveImage receive, Spool spool, Limits limits, @Nullable PayloadLimits payloadLimits) {
        this.receive = receive;
        this.spool = spool;
        this.limits = limits;
        this.payloadLimits = payloadLimits;
    }

    /**
     * @return what is asked for, which the caller closes in every outcome
     * @throws ProblemException for everything that is wrong with it; nothing is left behind then
     * @throws IOException when the body cannot be read to its end; nothing is left behind then
     */
    UploadRequest read(Request request) throws IOException {
        requireIdentity(request);
        HeaderValue type =
                HeaderValue.parse(request.headers().first("Content-Type").orElse(null));
        try (UploadDraft draft = new UploadDraft(receive, limits)) {
            if (type.value().equals("multipart/form-data")) {
                MultipartUpload.read(body(request, limits.maxSize() + REST_SIZE), type.parameter("boundary"), draft);
            } else if (Json.isJson(type)) {
                JsonUpload.read(body(request, base64Size(limits.maxSize()) + REST_SIZE), spool, draft);
            } else if (type.value().startsWith("image/")) {
                Query.parse(request.query()).forEach(draft.fields()::add);
                draft.image("file", body(request, limits.maxSize()), "");
            } else {
                throw unsupported(type.value());
            }
            return draft.finish();
        }
    }

    private BodyStream body(Request request, long limit) {
        if (payloadLimits != null && payloadLimits.maxRequest() < limit) {
            return BodyStream.of(request, payloadLimits.maxRequest(), tooLargeToCarry(payloadLimits.maxRequest()));
        }
        String message = "an image has at most %d bytes, and the body is larger".formatted(limits.maxSize());
        Violation tooLarge = new Violation("file", Violation.Kind.TOO_LARGE, message, limits.maxSize());
        return BodyStream.of(request, limit, tooLarge);
    }

    private static Violation tooLargeToCarry(long limit) {
        String message = "a body has at most %d bytes here; send a larger image by direct upload (POST /uploads)"
                .formatted(limit);
        return new Violation("file", Violation.Kind.TOO_LARGE, message, limit);
    }

    /** Four characters for three bytes, and an eighth more for line breaks and escaped slashes. */
    private static long base64Size(long size) {
        return size * 3 / 2;
    }

    private static void requireIdentity(Request request) {
        String coding = HeaderValue.parse(
                        request.headers().first("Content-Encoding").orElse(null))
                .value();
        if (!coding.isEmpty() && !coding.equals("identity")) {
            throw Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "a body is taken as it is, without Content-Encoding");
        }
    }

    private static ProblemException unsupported(String type) {
        String taken =
                "send the image as multipart/form-data with a part named file, as application/json with base64 in"
                        + " image, or as image/* with its bytes as the body";
        String hint =
                switch (type) {
                    case "" -> "there is no Content-Type: ";
                    case "application/x-www-form-urlencoded" ->
                        "application/x-www-form-urlencoded, which curl sends with -d and --data-binary unless told"
                                + " otherwise by -H 'Content-Type: ...', is not taken: ";
                    default -> InvalidValueException.shown(type) + " is not taken: ";
                };
        return Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, hint + taken);
    }
}
