package io.pixport.http;

import io.pixport.core.model.ImageDetails;
import io.pixport.core.model.Violation;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A JSON Merge Patch (RFC 7396) of what an owner says about an image. Members that nobody knows are passed over. */
final class DetailsPatch {
    private static final long MAX_SIZE = 256 * 1024;

    private final FieldErrors errors = new FieldErrors();
    private UnaryOperator<ImageDetails> edit = UnaryOperator.identity();

    private DetailsPatch() {}

    /**
     * @return what the patch changes; it never fails, though the details it gives may break limits
     * @throws ProblemException 413, 415, or 400 for everything that is wrong with it
     * @throws IOException when the body cannot be read to its end
     */
    static UnaryOperator<ImageDetails> read(Request request) throws IOException {
        HeaderValue type =
                HeaderValue.parse(request.headers().first("Content-Type").orElse(null));
        if (!Json.isJson(type)) {
            throw Problem.of(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    "send the changes as application/merge-patch+json or application/json",
                    Headers.of("Accept-Patch", "application/merge-patch+json, application/json"));
        }
        Violation tooLarge = new Violation(
                "body", Violation.Kind.TOO_LARGE, "a patch has at most %d bytes".formatted(MAX_SIZE), MAX_SIZE);
        return parse(BodyStream.of(request, MAX_SIZE, tooLarge).readAllBytes());
    }

    /** @throws ProblemException 400 for everything that is wrong with the patch */
    static UnaryOperator<ImageDetails> parse(byte[] json) {
        ObjectNode patch = Json.body(json);
        DetailsPatch result = new DetailsPatch();
        patch.forEachEntry(result::member);
        result.errors.throwIfAny();
        return result.edit;
    }

    private void member(String name, JsonNode value) {
        switch (name) {
            case "title" -> text(DetailText.TITLE, value);
            case "description" -> text(DetailText.DESCRIPTION, value);
            case "alt_text" -> text(DetailText.ALT_TEXT, value);
            case "tags" -> tags(value);
            case "custom" -> custom(value);
            default -> {}
        }
    }

    private void text(DetailText field, JsonNode value) {
        if (value.isNull()) {
            then(details -> field.set(details, null));
        } else if (value.isString()) {
            String text = value.stringValue();
            errors.value(field.field(), text, sent -> field.set(ImageDetails.NONE, sent));
            then(details -> field.set(details, text));
        } else {
            errors.wrongType(field.field(), "a string", value);
        }
    }

    private void tags(JsonNode value) {
        TagsField tags = new TagsField(errors);
        tags.add(value);
        then(details -> details.withTags(tags.tags()));
    }

    private void custom(JsonNode value) {
        Map<String, @Nullable String> changes = CustomField.read(value, errors);
        then(
                value.isNull()
                        ? details -> details.withCustom(Map.of())
                        : details -> details.withCustom(merged(details.custom(), changes)));
    }

    private static Map<String, String> merged(Map<String, String> fields, Map<String, @Nullable String> changes) {
        Map<String, String> merged = new LinkedHashMap<>(fields);
        changes.forEach((name, value) -> {
            if (value == null) {
                merged.remove(name);
            } else {
                merged.put(name, value);
            }
        });
        return merged;
    }

    private void then(UnaryOperator<ImageDetails> next) {
        UnaryOperator<ImageDetails> before = edit;
        edit = details -> next.apply(before.apply(details));
    }
}
