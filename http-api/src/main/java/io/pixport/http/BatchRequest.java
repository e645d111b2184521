package io.pixport.http;

import io.pixport.core.model.ImageDetails;
import io.pixport.core.model.ImageId;
import io.pixport.core.model.InvalidValueException;
import io.pixport.core.model.Limits;
import io.pixport.core.model.Tag;
import io.pixport.core.model.Violation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a batch asks for.
 *
 * @param operations at least one, each well-formed and within the limits
 */
record BatchRequest(List<Operation> operations) {
    static final int MAX_OPERATIONS = 100;
    private static final long MAX_SIZE = 256 * 1024;
    private static final String OPERATIONS = "operations";

    enum Action {
        DELETE,
        RESTORE,
        TAG,
        UNTAG;

        static Action parse(String text) {
            return Arrays.stream(values())
                    .filter(action -> action.toString().equals(text))
                    .findFirst()
                    .orElseThrow(() -> InvalidValueException.got(
                            "operation is one of "
                                    + Arrays.stream(values())
                                            .map(Action::toString)
                                            .collect(Collectors.joining(", ")),
                            text));
        }

        boolean takesTags() {
            return this == TAG || this == UNTAG;
        }

        /** As clients know it. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One of them.
     *
     * @param tags to be added or taken away, at least one; empty for what takes none
     */
    record Operation(Action action, ImageId id, List<Tag> tags) {}

    /**
     * @throws ProblemException for everything that is wrong with it; each operation is named by its index
     * @throws IOException when the body cannot be read to its end
     */
    static BatchRequest read(Request request, Limits limits) throws IOException {
        JsonNode sent = Json.body(request, MAX_SIZE, "the operations").path(OPERATIONS);
        int number = sent.isArray() ? sent.size() : 0;
        if (number < 1 || number > MAX_OPERATIONS) {
            String message = "operations is an array of 1 to %d operations, got %s"
                    .formatted(MAX_OPERATIONS, sent.isArray() ? Integer.toString(number) : Json.kind(sent));
            throw Problem.refused(
                    List.of(new Violation(OPERATIONS, Violation.Kind.INVALID, message, (long) MAX_OPERATIONS)));
        }
        FieldErrors errors = new FieldErrors();
        List<Operation> operations = new ArrayList<>(number);
        for (int i = 0; i < number; i++) {
            Operation operation = operation(sent.get(i), errors.within(OPERATIONS + "[" + i + "]"), limits);
            if (operation != null) {
                operations.add(operation);
            }
        }
        errors.throwIfAny();
        return new BatchRequest(operations);
    }

    /** Null when something is wrong with it, which is noted. */
    private static @Nullable Operation operation(JsonNode sent, FieldErrors errors, Limits limits) {
        Action action = errors.value("operation", text("operation", sent, errors), Action::parse);
        ImageId id = errors.value("image_id", text("image_id", sent, errors), BatchRequest::id);
        if (action == null || id == null) {
            return null;
        }
        return new Operation(action, id, action.takesTags() ? tags(sent.path("tags"), errors, limits) : List.of());
    }

    private static @Nullable String text(String name, JsonNode sent, FieldErrors errors) {
        JsonNode value = sent.path(name);
        if (!value.isString()) {
            errors.wrongType(name, "a string", value);
            return null;
        }
        return value.stringValue();
    }

    private static ImageId id(String text) {
        return ImageId.parse(text).orElseThrow(() -> InvalidValueException.got("image_id is the id of an image", text));
    }

    private static List<Tag> tags(JsonNode sent, FieldErrors errors, Limits limits) {
        TagsField field = new TagsField(errors);
        field.add(sent);
        if (sent.isNull() || (field.tags().isEmpty() && (sent.isString() || sent.isEmpty()))) {
            errors.add("tags", "tags has at least one tag");
        }
        ImageDetails details = ImageDetails.NONE.withTags(field.tags());
        errors.addAll(limits.check(details));
        return details.tags();
    }
}
