package io.pixport.http;

import io.pixport.core.model.FileName;
import io.pixport.core.model.ImageDetails;
import io.pixport.core.model.OnDuplicate;
import io.pixport.core.model.UserId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The fields of an upload beside its image, from whatever form they came in. Fields that nobody knows are passed over. */
final class UploadFields {
    private static final Set<String> TEXTS = Set.of(
            "user_id",
            "title",
            "description",
            "alt_text",
            "filename",
            "file_name",
            "content_type",
            OnDuplicateField.NAME);

    private static final List<String> FILE_NAMES = List.of("filename", "file_name");

    private final FieldErrors errors;
    private final TagsField tags;
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, String> custom = new LinkedHashMap<>();
    private @Nullable String nameAtSender;

    UploadFields(FieldErrors errors) {
        this.errors = errors;
        this.tags = new TagsField(errors);
    }

    static boolean knows(String name) {
        return TEXTS.contains(name) || name.equals("tags") || name.equals("custom");
    }

    /** A field of a form or a query. */
    void add(String name, String text) {
        if (TEXTS.contains(name)) {
            addText(name, text);
        } else if (name.equals("tags")) {
            tags.add(text);
        } else if (name.equals("custom")) {
            addCustom(CustomField.read(text, errors));
        }
    }

    /** The members of a JSON body; null is absent. */
    void addAll(ObjectNode members) {
        members.forEachEntry((name, value) -> {
            if (TEXTS.contains(name)) {
                addText(name, value);
            } else if (name.equals("tags")) {
                tags.add(value);
            } else if (name.equals("custom")) {
                addCustom(CustomField.read(value, errors));
            }
        });
    }

    /** What the file is called where it came from. */
    void nameAtSender(@Nullable String name) {
        nameAtSender = name;
    }

    private void addText(String name, JsonNode value) {
        if (value.isString()) {
            addText(name, value.stringValue());
        } else if (!value.isNull()) {
            errors.wrongType(name, "a string", value);
        }
    }

    private void addText(String name, String text) {
        if (texts.putIfAbsent(name, text) != null) {
            errors.add(name, name + " is given more than once");
        }
    }

    private void addCustom(Map<String, @Nullable String> members) {
        members.forEach((name, value) -> {
            if (value != null) {
                custom.put(name, value);
            }
        });
    }

    @Nullable UserId owner() {
        return errors.value("user_id", notBlank(texts.get("user_id")), UserId::new);
    }

    OnDuplicate onDuplicate() {
        OnDuplicate asked = errors.value(
                OnDuplicateField.NAME, notBlank(texts.get(OnDuplicateField.NAME)), OnDuplicateField::parse);
        return asked == null ? OnDuplicate.KEEP : asked;
    }

    /** As a field says or, where none does, as the file is called where it came from. */
    @Nullable FileName fileName() {
        for (String field : FILE_NAMES) {
            String name = notBlank(texts.get(field));
            if (name != null) {
                return errors.value(field, name, FileName::new);
            }
        }
        return errors.value("file_name", notBlank(nameAtSender), FileName::new);
    }

    /** Forms send their empty fields as well. */
    private static @Nullable String notBlank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    ImageDetails details() {
        ImageDetails details = ImageDetails.NONE.withTags(tags.tags()).withCustom(custom);
        for (DetailText field : DetailText.values()) {
            details = with(details, field);
        }
        return details;
    }

    private ImageDetails with(ImageDetails details, DetailText field) {
        ImageDetails set = errors.value(field.field(), texts.get(field.field()), text -> field.set(details, text));
        return set == null ? details : set;
    }
}
