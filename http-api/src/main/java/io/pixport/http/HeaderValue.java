package io.pixport.http;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A header of a value with parameters, such as {@code Content-Type} and {@code Content-Disposition} (RFC 9110, section
 * 5.6.6). Whatever a client sent can be read: what is no parameter is passed over.
 *
 * @param value in lower case
 * @param parameters by name in lower case; of two with one name, the first
 */
record HeaderValue(String value, Map<String, String> parameters) {
    static HeaderValue parse(@Nullable String header) {
        if (header == null) {
            return new HeaderValue("", Map.of());
        }
        int end = endOf(header, 0);
        Map<String, String> parameters = new HashMap<>();
        int at = end + 1;
        while (at < header.length()) {
            int next = endOf(header, at);
            String parameter = header.substring(at, next);
            int equals = parameter.indexOf('=');
            if (equals > 0) {
                parameters.putIfAbsent(
                        lower(parameter.substring(0, equals)), unquoted(parameter.substring(equals + 1)));
            }
            at = next + 1;
        }
        return new HeaderValue(lower(header.substring(0, end)), parameters);
    }

    @Nullable String parameter(String name) {
        return parameters.get(name);
    }

    /** Where the next semicolon outside quotes is. */
    private static int endOf(String header, int from) {
        boolean quoted = false;
        int at = from;
        while (at < header.length() && (quoted || header.charAt(at) != ';')) {
            if (header.charAt(at) == '"') {
                quoted = !quoted;
            } else if (quoted && escapes(header, at)) {
                at++;
            }
            at++;
        }
        return Math.min(at, header.length());
    }

    private static String unquoted(String text) {
        String value = text.strip();
        if (value.length() < 2 || value.charAt(0) != '"' || value.charAt(value.length() - 1) != '"') {
            return value;
        }
        StringBuilder unquoted = new StringBuilder();
        for (int at = 1; at < value.length() - 1; at++) {
            if (escapes(value, at)) {
                at++;
            }
            unquoted.append(value.charAt(at));
        }
        return unquoted.toString();
    }

    /** Any other backslash stands for itself: some clients send paths of Windows as they are. */
    private static boolean escapes(String text, int at) {
        return text.charAt(at) == '\\'
                && at + 1 < text.length()
                && (text.charAt(at + 1) == '"' || text.charAt(at + 1) == '\\');
    }

    private static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
