package io.pixport.http;

import io.pixport.core.model.FileName;
import io.pixport.core.model.ImageDetails;
import io.pixport.core.model.ImageFormat;
import io.pixport.core.model.InvalidValueException;
import io.pixport.core.model.Limits;
import io.pixport.core.model.OnDuplicate;
import io.pixport.core.model.UserId;
import io.pixport.core.model.Violation;
import io.pixport.core.usecase.Outcome;
import io.pixport.core.usecase.ReceiveImage;
import io.pixport.core.usecase.ReceivedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An upload while it is being read: what has come so far, and what is wrong with it. Closing it drops what was received. */
final class UploadDraft implements AutoCloseable {
    private final ReceiveImage receive;
    private final Limits limits;
    private final FieldErrors errors = new FieldErrors();
    private final UploadFields fields = new UploadFields(errors);
    private boolean imageSeen;
    private @Nullable ReceivedImage image;

    UploadDraft(ReceiveImage receive, Limits limits) {
        this.receive = receive;
        this.limits = limits;
    }

    UploadFields fields() {
        return fields;
    }

    FieldErrors errors() {
        return errors;
    }

    /**
     * Takes the image in; it is an error when there is one already, and then nothing is read.
     *
     * @param field what the client called it
     * @param mediaType what the client says beside the bytes that they are; refused when they are not. Empty when it does not
     * @throws IOException when the stream fails
     * @throws ProblemException when it is larger than may be: the rest of the body is not worth reading then
     */
    void image(String field, InputStream in, String mediaType) throws IOException {
        if (imageSeen) {
            errors.add(field, "exactly one file is taken, and " + field + " is another one");
            return;
        }
        imageSeen = true;
        ImageFormat stated = ImageFormat.ofContentType(mediaType).orElse(null);
        if (stated == null && !mediaType.isEmpty()) {
            refused(field, List.of(limits.unsupported(InvalidValueException.shown(mediaType))));
            return;
        }
        try {
            received(field, receive.receive(in));
        } catch (InvalidValueException e) {
            errors.add(field, field + " " + e.getMessage());
        }
        requireStated(field, stated);
    }

    private void requireStated(String field, @Nullable ImageFormat stated) {
        if (stated != null && image != null && image.content().format() != stated) {
            String message = "%s is said to be %s, and its bytes are %s"
                    .formatted(field, stated, image.content().format());
            errors.add(new Violation(field, Violation.Kind.UNACCEPTABLE_IMAGE, message, null));
        }
    }

    private void received(String field, Outcome<ReceivedImage> outcome) {
        switch (outcome) {
            case Outcome.Done<ReceivedImage> done -> image = done.value();
            case Outcome.Refused<ReceivedImage> refused -> refused(field, refused.violations());
            default -> throw new IllegalStateException("receiving an image ended as " + outcome);
        }
    }

    private void refused(String field, List<Violation> violations) {
        for (Violation violation : violations) {
            errors.add(violation.about(field));
        }
        if (violations.stream().anyMatch(violation -> violation.kind() == Violation.Kind.TOO_LARGE)) {
            errors.throwIfAny();
        }
    }

    /** An image was sent in a form in which it cannot be taken, which has been noted as an error. */
    void imageRefused() {
        imageSeen = true;
    }

    /** @throws ProblemException for everything that is wrong */
    UploadRequest finish() {
        if (!imageSeen) {
            errors.add("file", "there is no file: send it as file, image or image_data");
        }
        UserId owner = fields.owner();
        FileName fileName = fields.fileName();
        ImageDetails details = fields.details();
        OnDuplicate onDuplicate = fields.onDuplicate();
        errors.addAll(limits.check(owner, fileName, details));
        errors.throwIfAny();
        if (image == null) {
            throw new IllegalStateException("neither an image nor an error");
        }
        UploadRequest upload = new UploadRequest(owner, fileName, details, onDuplicate, image);
        image = null;
        return upload;
    }

    @Override
    public void close() {
        if (image != null) {
            image.close();
        }
    }
}
