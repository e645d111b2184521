package io.pixport.http;

import io.pixport.core.model.InvalidValueException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An upload as a form: its image goes to the draft as it comes in, and so do its fields. */
final class MultipartUpload {
    private static final Set<String> FILES = Set.of("file", "image", "image_data");
    private static final int MAX_TEXT = 16 * 1024;

    private final UploadDraft draft;
    private int textLeft = UploadReader.REST_SIZE;

    private MultipartUpload(UploadDraft draft) {
        this.draft = draft;
    }

    /**
     * @param boundary the parameter of the content type
     * @throws IOException when the body fails
     * @throws ProblemException when the body is malformed or larger than may be; what is wrong with fields goes to the draft
     */
    static void read(BodyStream body, @Nullable String boundary, UploadDraft draft) throws IOException {
        MultipartForm.read(body, boundary, new MultipartUpload(draft)::readPart);
    }

    private boolean readPart(String name, HeaderValue disposition, InputStream content) throws IOException {
        if (FILES.contains(name)) {
            draft.fields().nameAtSender(disposition.parameter("filename"));
            draft.image(name, content, "");
        } else if (UploadFields.knows(name)) {
            readText(name, content);
        }
        return true;
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
