package io.pixport.http;

import java.util.Locale;

/** The kinds of problem that a client can meet, each with a status, a stable URI and a title. */
enum ProblemType {
    INVALID_REQUEST(400, "The request is not valid"),
    UNAUTHENTICATED(401, "Who is asking is not known"),
    FORBIDDEN(403, "The caller may not do this"),
    NOT_FOUND(404, "There is no such thing"),
    METHOD_NOT_ALLOWED(405, "The method is not allowed here"),
    NOT_ACCEPTABLE(406, "Nothing acceptable can be answered"),
    TIMEOUT(408, "The request took too long"),
    CONFLICT(409, "Another request is in the way"),
    NOT_ARRIVED(409, "The bytes have not arrived yet"),
    PRECONDITION_FAILED(412, "The image has changed"),
    TOO_LARGE(413, "The request is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "The media type is not taken"),
    RANGE_NOT_SATISFIABLE(416, "The range is outside"),
    UNPROCESSABLE(422, "The request is refused"),
    INTERNAL(500, "Something went wrong"),
    UNAVAILABLE(503, "The service is not available"),
    STORAGE_FULL(507, "The store is full");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    /** A URI that stays the same for good (RFC 9457, section 3.1.1); it names the kind and need not be dereferenced. */
    String uri() {
        return "urn:pixport:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
