package io.pixport.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.commons.fileupload2.core.MultipartInput;
import org.jspecify.annotations.Nullable;

/** A body of {@code multipart/form-data} (RFC 7578), read part by part as it comes in. */
final class MultipartForm {
    private static final String DISPOSITION = "Content-Disposition:";
    private static final int MAX_BOUNDARY = 70;
    private static final int MAX_PARTS = 50;
    private static final int MAX_PART_HEADER = 8 * 1024;
    private static final int BUFFER_SIZE = 64 * 1024;

    /** What is done with the parts, in their order; those without a name are passed over. */
    @FunctionalInterface
    interface PartReader {
        /**
         * @param content what is left of it unread is skipped
         * @return whether there is more to be read
         */
        boolean read(String name, HeaderValue disposition, InputStream content) throws IOException;
    }

    private MultipartForm() {}

    /**
     * @param boundary the parameter of the content type (RFC 2046, section 5.1.1)
     * @throws IOException when the body fails
     * @throws ProblemException when the body is malformed or larger than may be
     */
    static void read(BodyStream body, @Nullable String boundary, PartReader parts) throws IOException {
        if (boundary == null || boundary.isEmpty() || boundary.length() > MAX_BOUNDARY) {
            throw malformed("its Content-Type has no boundary of 1 to " + MAX_BOUNDARY + " characters");
        }
        try {
            MultipartInput input = MultipartInput.builder()
                    .setInputStream(body)
                    .setBufferSize(BUFFER_SIZE)
                    .setBoundary(boundary.getBytes(StandardCharsets.ISO_8859_1))
                    .setPartHeaderSizeMax(MAX_PART_HEADER)
                    .get();
            input.setHeaderCharset(StandardCharsets.UTF_8);
            readParts(input, parts);
            // The parser takes a body that fails before its first part for one without parts.
            body.throwFailure();
        } catch (IOException e) {
            body.throwFailure();
            throw malformed("its parts, each with headers and an end, cannot be told apart");
        }
    }

    private static ProblemException malformed(String why) {
        return Problem.of(ProblemType.INVALID_REQUEST, "the multipart body is malformed: " + why);
    }

    private static void readParts(MultipartInput input, PartReader parts) throws IOException {
        int count = 0;
        boolean more = input.skipPreamble();
        while (more) {
            if (++count > MAX_PARTS) {
                throw Problem.of(ProblemType.INVALID_REQUEST, "a form has at most " + MAX_PARTS + " parts");
            }
            more = readPart(input, parts) && input.readBoundary();
        }
    }

    private static boolean readPart(MultipartInput input, PartReader parts) throws IOException {
        HeaderValue disposition = disposition(input.readHeaders());
        String name = disposition.parameter("name");
        try (InputStream content = input.newInputStream()) {
            return name == null || parts.read(name, disposition, content);
        }
    }

    private static HeaderValue disposition(String headers) {
        return HeaderValue.parse(headers.lines()
                .filter(line -> line.regionMatches(true, 0, DISPOSITION, 0, DISPOSITION.length()))
                .map(line -> line.substring(DISPOSITION.length()))
                .findFirst()
                .orElse(null));
    }
}
