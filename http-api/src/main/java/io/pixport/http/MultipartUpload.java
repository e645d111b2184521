package io.pixport.http;

import io.pixport.core.model.InvalidValueException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.commons.fileupload2.core.MultipartInput;
import org.jspecify.annotations.Nullable;

/** An upload as {@code multipart/form-data} (RFC 7578), read part by part as it comes in. */
final class MultipartUpload {
    private static final Set<String> FILES = Set.of("file", "image", "image_data");
    private static final String DISPOSITION = "Content-Disposition:";
    private static final int MAX_BOUNDARY = 70;
    private static final int MAX_PARTS = 50;
    private static final int MAX_PART_HEADER = 8 * 1024;
    private static final int MAX_TEXT = 16 * 1024;
    private static final int BUFFER_SIZE = 64 * 1024;

    private final MultipartInput input;
    private final UploadDraft draft;
    private int textLeft = UploadReader.REST_SIZE;

    private MultipartUpload(MultipartInput input, UploadDraft draft) {
        this.input = input;
        this.draft = draft;
    }

    /**
     * @param boundary the parameter of the content type (RFC 2046, section 5.1.1)
     * @throws IOException when the body fails
     * @throws ProblemException when the body is malformed or larger than may be; what is wrong with fields goes to the draft
     */
    static void read(BodyStream body, @Nullable String boundary, UploadDraft draft) throws IOException {
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
            new MultipartUpload(input, draft).readParts();
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

    private void readParts() throws IOException {
        int parts = 0;
        boolean more = input.skipPreamble();
        while (more) {
            if (++parts > MAX_PARTS) {
                throw Problem.of(ProblemType.INVALID_REQUEST, "a form has at most " + MAX_PARTS + " parts");
            }
            readPart(disposition(input.readHeaders()));
            more = input.readBoundary();
        }
    }

    private static HeaderValue disposition(String headers) {
        return HeaderValue.parse(headers.lines()
                .filter(line -> line.regionMatches(true, 0, DISPOSITION, 0, DISPOSITION.length()))
                .map(line -> line.substring(DISPOSITION.length()))
                .findFirst()
                .orElse(null));
    }

    private void readPart(HeaderValue disposition) throws IOException {
        String name = disposition.parameter("name");
        try (InputStream content = input.newInputStream()) {
            if (name == null) {
                return;
            }
            if (FILES.contains(name)) {
                draft.fields().nameAtSender(disposition.parameter("filename"));
                draft.image(name, content, "");
            } else if (UploadFields.knows(name)) {
                readText(name, content);
            }
        }
    }

    private void readText(String name, InputStream content) throws IOException {
        byte[] bytes = content.readNBytes(MAX_TEXT + 1);
        textLeft -= bytes.length;
        if (textLeft < 0) {
            throw Problem.of(
                    ProblemType.INVALID_REQUEST,
                    "the fields of a form have at most %d bytes together".formatted(UploadReader.REST_SIZE));
        }
        if (bytes.length > MAX_TEXT) {
            draft.errors().add(name, "a field of a form has at most " + MAX_TEXT + " bytes, and " + name + " has more");
            return;
        }
        try {
            draft.fields().add(name, Utf8.decode(bytes));
        } catch (InvalidValueException e) {
            draft.errors().add(name, name + " " + e.getMessage());
        }
    }
}
