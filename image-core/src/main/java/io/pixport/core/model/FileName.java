package io.pixport.core.model;

/**
 * The name that an image's file had at its sender: one line of text, not blank, without a folder (of a path, only what
 * follows the last slash or backslash is kept). It is shown and offered for saving, and never used to find anything.
 */
public record FileName(String value) {
    public FileName {
        String sent = value;
        String cleaned = Text.line("a file name", value.substring(lastSeparator(value) + 1));
        if (cleaned == null || cleaned.equals(".") || cleaned.equals("..")) {
            throw InvalidValueException.got("a file name is not blank", sent);
        }
        value = cleaned;
    }

    private static int lastSeparator(String path) {
        return Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
    }

    @Override
    public String toString() {
        return value;
    }
}
