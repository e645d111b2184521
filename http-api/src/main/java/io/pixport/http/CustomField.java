package io.pixport.http;

import io.pixport.core.model.ImageDetails;
import io.pixport.core.model.InvalidValueException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The field {@code custom}: an object whose members are strings, or null for none. */
final class CustomField {
    private static final String NAME = "custom";

    private CustomField() {}

    /** The members that are strings or null; whatever else there is becomes an error. */
    static Map<String, @Nullable String> read(JsonNode value, FieldErrors errors) {
        Map<String, @Nullable String> members = new LinkedHashMap<>();
        if (value.isObject()) {
            value.forEachEntry((name, member) -> readMember(name, member, members, errors));
        } else if (!value.isNull()) {
            errors.wrongType(NAME, "an object of strings", value);
        }
        return members;
    }

    /** The same from JSON in a text; blank is none. */
    static Map<String, @Nullable String> read(String text, FieldErrors errors) {
        if (text.isBlank()) {
            return Map.of();
        }
        try {
            return read(Json.parse(text), errors);
        } catch (InvalidValueException e) {
            errors.add(NAME, "custom " + e.getMessage());
            return Map.of();
        }
    }

    private static void readMember(
            String name, JsonNode value, Map<String, @Nullable String> members, FieldErrors errors) {
        String field = NAME + "." + InvalidValueException.shown(name);
        if (value.isNull()) {
            members.put(name, null);
        } else if (value.isString()) {
            try {
                members.putAll(ImageDetails.NONE
                        .withCustom(Map.of(name, value.stringValue()))
                        .custom());
            } catch (InvalidValueException e) {
                errors.add(field, e.getMessage());
            }
        } else {
            errors.wrongType(field, "a string", value);
        }
    }
}
