package io.pixport.core.model;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the owner says about an image and may change later. Texts are trimmed and absent ({@code null}) when blank. How
 * long and how many is said by {@link Limits}.
 *
 * @param title one line
 * @param description one or more lines
 * @param altText what the image shows, for those who cannot see it; one or more lines
 * @param tags each once, in the order first given; unmodifiable
 * @param custom the owner's own fields: names of one line, not blank; values of one or more lines, possibly empty; in
 *     the order given; unmodifiable
 */
public record ImageDetails(
        @Nullable String title,
        @Nullable String description,
        @Nullable String altText,
        List<Tag> tags,
        Map<String, String> custom) {
    public static final ImageDetails NONE = new ImageDetails(null, null, null, List.of(), Map.of());

    public ImageDetails {
        title = Text.line("title", title);
        description = Text.lines("description", description);
        altText = Text.lines("alt_text", altText);
        tags = List.copyOf(new LinkedHashSet<>(tags));
        custom = checked(custom);
    }

    private static Map<String, String> checked(Map<String, String> custom) {
        Map<String, String> copy = new LinkedHashMap<>();
        custom.forEach((name, value) -> {
            Text.requireWellFormed("a name in custom", name, false);
            if (name.isBlank()) {
                throw new InvalidValueException("a name in custom is blank");
            }
            Text.requireWellFormed("custom." + name, value, true);
            copy.put(name, value);
        });
        return copy.isEmpty() ? Map.of() : Collections.unmodifiableMap(copy);
    }

    public ImageDetails withTitle(@Nullable String newTitle) {
        return new ImageDetails(newTitle, description, altText, tags, custom);
    }

    public ImageDetails withDescription(@Nullable String newDescription) {
        return new ImageDetails(title, newDescription, altText, tags, custom);
    }

    public ImageDetails withAltText(@Nullable String newAltText) {
        return new ImageDetails(title, description, newAltText, tags, custom);
    }

    public ImageDetails withTags(Collection<Tag> newTags) {
        return new ImageDetails(title, description, altText, List.copyOf(newTags), custom);
    }

    public ImageDetails withCustom(Map<String, String> newCustom) {
        return new ImageDetails(title, description, altText, tags, newCustom);
    }
}
