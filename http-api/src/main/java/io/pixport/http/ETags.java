package io.pixport.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Entity tags and the conditions on them (RFC 9110, sections 8.8.3 and 13.1). */
final class ETags {
    private static final Pattern TAG = Pattern.compile("\\s*((?:W/)?\"[\\x21\\x23-\\x7E\\x80-\\xFF]*\")\\s*(?:,|$)");

    private ETags() {}

    static String strong(String value) {
        return '"' + value + '"';
    }

    /** Whether {@code If-None-Match} names this entity, so that it need not be sent; weak tags count. */
    static boolean noneMatchFails(Headers headers, String current) {
        return headers.contains("If-None-Match")
                && tags(headers, "If-None-Match").stream()
                        .anyMatch(tag -> tag.equals("*") || opaque(tag).equals(current));
    }

    /** Whether {@code If-Range} is absent or names this entity; weak tags and dates never do. */
    static boolean ifRangeHolds(Headers headers, String current) {
        Optional<String> condition = headers.first("If-Range");
        return condition.isEmpty() || condition.get().strip().equals(current);
    }

    /** Whether {@code If-Match} names this entity; weak tags never do. */
    static boolean ifMatchNames(Headers headers, String current) {
        return tags(headers, "If-Match").contains(current);
    }

    /** Whether {@code If-Match} is content with whatever there is: it is absent, or an asterisk. */
    static boolean ifMatchTakesAny(Headers headers) {
        return !headers.contains("If-Match") || tags(headers, "If-Match").contains("*");
    }

    private static List<String> tags(Headers headers, String name) {
        List<String> tags = new ArrayList<>();
        for (String value : headers.all(name)) {
            if (value.strip().equals("*")) {
                tags.add("*");
            }
            Matcher matcher = TAG.matcher(value);
            int at = 0;
            while (matcher.find(at) && matcher.start() == at && matcher.end() > at) {
                tags.add(matcher.group(1));
                at = matcher.end();
            }
        }
        return tags;
    }

    private static String opaque(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }
}
