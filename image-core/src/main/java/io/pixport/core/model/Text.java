package io.pixport.core.model;

import org.jspecify.annotations.Nullable;

/** What every text that comes from outside has to be: well-formed Unicode without control characters. */
final class Text {
    private static final int SHOWN = 40;

    private Text() {}

    /** One line: no control character at all. Surrounding white space goes; what is blank is absent. */
    static @Nullable String line(String what, @Nullable String value) {
        return clean(what, value, false);
    }

    /** Several lines: line feeds, carriage returns and tabs are the only control characters. */
    static @Nullable String lines(String what, @Nullable String value) {
        return clean(what, value, true);
    }

    private static @Nullable String clean(String what, @Nullable String value, boolean multiline) {
        if (value == null) {
            return null;
        }
        requireWellFormed(what, value, multiline);
        String stripped = value.strip();
        return stripped.isEmpty() ? null : stripped;
    }

    static void requireWellFormed(String what, String value, boolean multiline) {
        int at = 0;
        while (at < value.length()) {
            int codePoint = value.codePointAt(at);
            if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
                throw new InvalidValueException(what + " has half a surrogate pair at position " + at);
            }
            if (Character.isISOControl(codePoint) && !(multiline && isLayout(codePoint))) {
                throw new InvalidValueException(
                        what + " has the control character U+%04X at position %d".formatted(codePoint, at));
            }
            at += Character.charCount(codePoint);
        }
    }

    private static boolean isLayout(int codePoint) {
        return codePoint == '\n' || codePoint == '\r' || codePoint == '\t';
    }

    /** The number of Unicode code points, which is what a person counts as characters, more or less. */
    static int length(String value) {
        return value.codePointCount(0, value.length());
    }

    /** What was sent, quoted, shortened and without control characters, to be part of a message. */
    static String quoted(String value) {
        return '"' + shortened(value) + '"';
    }

    /** The same without quotes. */
    static String shortened(String value) {
        StringBuilder shown = new StringBuilder();
        value.codePoints()
                .limit(SHOWN)
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? 0xFFFD : c)
                .forEach(shown::appendCodePoint);
        return shown.append(length(value) > SHOWN ? "..." : "").toString();
    }
}
