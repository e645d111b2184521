package io.pixport.core.model;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A word to find images by: letters (with their combining marks) and digits of any script, spaces, hyphens and
 * underscores. Two tags are the same when they are equal once trimmed, in lower case and in Unicode normalization form
 * C (UAX #15); that form is the value. How long it may be is said by {@link Limits}.
 */
public record Tag(String value) implements Comparable<Tag> {
    private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{M}\\p{Nd} _-]+");

    public Tag {
        Text.requireWellFormed("a tag", value, false);
        String sent = value;
        value = normalized(value.strip());
        if (!FORM.matcher(value).matches()) {
            throw InvalidValueException.got("a tag is made of letters, digits, spaces, hyphens and underscores", sent);
        }
    }

    private static String normalized(String text) {
        String lower = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(lower, Normalizer.Form.NFC);
    }

    @Override
    public int compareTo(Tag other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
