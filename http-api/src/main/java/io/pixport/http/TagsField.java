package io.pixport.http;

import io.pixport.core.model.InvalidValueException;
import io.pixport.core.model.Tag;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The field {@code tags}: an array, an array in a text, a text with commas, or any of these repeated, all of which mean
 * the same. Between commas, what is blank is no tag; in an array it is a wrong one.
 */
final class TagsField {
    private static final String NAME = "tags";

    private final FieldErrors errors;
    private final List<Tag> tags = new ArrayList<>();
    private int position;

    TagsField(FieldErrors errors) {
        this.errors = errors;
    }

    /** @param value null, which is no tag, an array of strings, or a string */
    void add(JsonNode value) {
        if (value.isString()) {
            add(value.stringValue());
        } else if (value.isArray()) {
            addArray(value);
        } else if (!value.isNull()) {
            errors.wrongType(NAME, "an array of strings or a string", value);
        }
    }

    void add(String text) {
        if (text.stripLeading().startsWith("[")) {
            addArrayIn(text);
            return;
        }
        for (String piece : text.split(",", -1)) {
            if (!piece.isBlank()) {
                addTag(piece);
            }
        }
    }

    /** The tags in the order given, without the wrong ones. */
    List<Tag> tags() {
        return tags;
    }

    private void addArrayIn(String text) {
        try {
            addArray(Json.parse(text));
        } catch (InvalidValueException e) {
            errors.add(NAME, "tags begins with a bracket and " + e.getMessage());
        }
    }

    private void addArray(JsonNode array) {
        for (JsonNode element : array) {
            if (element.isString()) {
                addTag(element.stringValue());
            } else {
                errors.wrongType(next(), "a string", element);
            }
        }
    }

    private void addTag(String text) {
        String field = next();
        try {
            tags.add(new Tag(text));
        } catch (InvalidValueException e) {
            errors.add(field, e.getMessage());
        }
    }

    private String next() {
        return NAME + "[" + position++ + "]";
    }
}
