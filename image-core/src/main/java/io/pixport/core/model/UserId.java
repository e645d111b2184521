package io.pixport.core.model;

import java.util.regex.Pattern;

/**
 * Who owns an image: one or more characters of {@code A-Z a-z 0-9 . _ : @ -}. How long it may be is said by
 * {@link Limits}.
 */
public record UserId(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._:@-]+");

    public UserId {
        if (!FORM.matcher(value).matches()) {
            throw InvalidValueException.got("a user id is made of the characters A-Z a-z 0-9 . _ : @ -", value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
