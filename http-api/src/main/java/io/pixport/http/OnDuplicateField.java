package io.pixport.http;

import io.pixport.core.model.InvalidValueException;
import io.pixport.core.model.OnDuplicate;

/** The field or parameter by which an upload says what becomes of bytes that are there already. */
final class OnDuplicateField {
    static final String NAME = "on_duplicate";

    private OnDuplicateField() {}

    static OnDuplicate parse(String text) {
        return switch (text) {
            case "keep" -> OnDuplicate.KEEP;
            case "return" -> OnDuplicate.RETURN;
            case "restore" -> OnDuplicate.RESTORE;
            default -> throw InvalidValueException.got(NAME + " is keep, return or restore", text);
        };
    }
}
