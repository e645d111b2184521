package io.pixport.http;

import io.pixport.core.model.Violation;
import io.pixport.core.port.StorageException;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why a request is not answered as asked (RFC 9457).
 *
 * @param detail one sentence for the person behind the client; it holds nothing that is not theirs to know
 * @param errors the fields that are wrong; empty where it is not about fields
 * @param limit the limit that was broken, in its own unit; null where it is not about one
 * @param url where that which was asked for is to be had instead; null for nowhere
 * @param headers that belong to the status, such as {@code Allow} or {@code Retry-After}
 */
record Problem(
        ProblemType type,
        String detail,
        List<FieldError> errors,
        @Nullable Long limit,
        @Nullable URI url,
        Headers headers) {
    private static final String RETRY_AFTER_SECONDS = "2";

    Problem(ProblemType type, String detail) {
        this(type, detail, List.of(), null, null, Headers.of());
    }

    Problem with(Headers newHeaders) {
        return new Problem(type, detail, errors, limit, url, newHeaders);
    }

    /** What is wrong with one field. */
    record FieldError(String field, String message) {}

    static ProblemException of(ProblemType type, String detail) {
        return new ProblemException(new Problem(type, detail));
    }

    static ProblemException of(ProblemType type, String detail, Headers headers) {
        return new ProblemException(new Problem(type, detail).with(headers));
    }

    /** A store failed. */
    static ProblemException of(StorageException.Kind kind) {
        return switch (kind) {
            case UNAVAILABLE ->
                of(
                        ProblemType.UNAVAILABLE,
                        "a store is out of reach; try again",
                        Headers.of("Retry-After", RETRY_AFTER_SECONDS));
            case FULL -> of(ProblemType.STORAGE_FULL, "there is no room for more until something is deleted");
            case FAILED -> of(ProblemType.INTERNAL, "a store failed; the request id names it in the log");
        };
    }

    /** A request refused for one field that is not of its form. */
    static ProblemException invalid(String field, String message) {
        return refused(List.of(Violation.invalid(field, message)));
    }

    /** A request refused for all these reasons; what the bytes are decides the status before what the fields are. */
    static ProblemException refused(List<Violation> violations) {
        return refused(typeOf(gravest(violations).kind()), violations);
    }

    /** A request that was understood and whose bytes, which came another way, are refused for all these reasons. */
    static ProblemException unprocessable(List<Violation> violations) {
        return refused(ProblemType.UNPROCESSABLE, violations);
    }

    /** @param missing the numbers of the parts that have not arrived; empty when the bytes come whole */
    static ProblemException notArrived(List<Integer> missing) {
        List<FieldError> errors = missing.stream()
                .map(number -> new FieldError("parts[%d]".formatted(number), "has not arrived"))
                .toList();
        String detail = missing.isEmpty()
                ? "no bytes have arrived for this upload; send them by its link first"
                : missing.stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining(
                                ", ", "these parts have not arrived: ", "; send them by their links first"));
        return new ProblemException(new Problem(ProblemType.NOT_ARRIVED, detail, errors, null, null, Headers.of()));
    }

    private static ProblemException refused(ProblemType type, List<Violation> violations) {
        return new ProblemException(new Problem(
                type,
                violations.stream().map(Violation::message).collect(Collectors.joining("; ")),
                errors(violations),
                gravest(violations).limit(),
                null,
                Headers.of()));
    }

    private static Violation gravest(List<Violation> violations) {
        return violations.stream().max(Comparator.comparing(Violation::kind)).orElseThrow();
    }

    static List<FieldError> errors(List<Violation> violations) {
        return violations.stream()
                .map(v -> new FieldError(v.field(), v.message()))
                .toList();
    }

    private static ProblemType typeOf(Violation.Kind kind) {
        return switch (kind) {
            case INVALID -> ProblemType.INVALID_REQUEST;
            case TOO_LARGE -> ProblemType.TOO_LARGE;
            case UNSUPPORTED_FORMAT -> ProblemType.UNSUPPORTED_MEDIA_TYPE;
            case UNACCEPTABLE_IMAGE -> ProblemType.UNPROCESSABLE;
        };
    }
}
