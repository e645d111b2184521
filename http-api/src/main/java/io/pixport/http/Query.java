package io.pixport.http;

import io.pixport.core.model.InvalidValueException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a query (WHATWG URL, application/x-www-form-urlencoded), each with its values in the order they
 * came.
 */
final class Query {
    private static final int MAX_PARAMETERS = 1000;

    private final Map<String, List<String>> parameters = new LinkedHashMap<>();

    private Query() {}

    /**
     * @param raw percent-encoded, without the question mark
     * @throws ProblemException 400 naming the parameter that is not percent-encoded UTF-8, or when there are more than 1000
     */
    static Query parse(String raw) {
        Query query = new Query();
        int number = 0;
        int at = 0;
        while (at < raw.length()) {
            int end = raw.indexOf('&', at);
            String pair = raw.substring(at, end < 0 ? raw.length() : end);
            at += pair.length() + 1;
            if (!pair.isEmpty()) {
                if (++number > MAX_PARAMETERS) {
                    throw Problem.of(
                            ProblemType.INVALID_REQUEST, "a query has at most " + MAX_PARAMETERS + " parameters");
                }
                query.add(pair.replace('+', ' '));
            }
        }
        return query;
    }

    private void add(String pair) {
        int equals = pair.indexOf('=');
        String rawName = equals < 0 ? pair : pair.substring(0, equals);
        String name = decode(rawName, rawName);
        String value = equals < 0 ? "" : decode(name, pair.substring(equals + 1));
        parameters.computeIfAbsent(name, key -> new ArrayList<>(1)).add(value);
    }

    /**
     * Undoes percent-encoding (RFC 3986, section 2.1); a plus sign stays one.
     *
     * @param name what to call the text when it is refused
     * @throws ProblemException 400 when the text is not percent-encoded UTF-8
     */
    static String decode(String name, String text) {
        try {
            return Utf8.decode(undoPercent(text));
        } catch (InvalidValueException e) {
            throw Problem.invalid(
                    InvalidValueException.shown(name), InvalidValueException.shown(name) + " " + e.getMessage());
        }
    }

    private static byte[] undoPercent(String text) {
        byte[] bytes = new byte[text.length()];
        int length = 0;
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c > 0x7F) {
                throw new InvalidValueException("is not percent-encoded");
            }
            if (c == '%') {
                bytes[length++] = octet(text, at + 1);
                at += 3;
            } else {
                bytes[length++] = (byte) c;
                at++;
            }
        }
        return Arrays.copyOf(bytes, length);
    }

    private static byte octet(String text, int at) {
        if (at + 2 > text.length()
                || !HexFormat.isHexDigit(text.charAt(at))
                || !HexFormat.isHexDigit(text.charAt(at + 1))) {
            throw new InvalidValueException("has a percent sign without two hexadecimal digits");
        }
        return (byte) HexFormat.fromHexDigits(text, at, at + 2);
    }

    /**
     * The value of a parameter that is given once; null when it is absent.
     *
     * @throws ProblemException 400 when it is given more than once
     */
    @Nullable String single(String name) {
        List<String> values = all(name);
        if (values.size() > 1) {
            throw Problem.invalid(name, name + " is given more than once");
        }
        return values.isEmpty() ? null : values.getFirst();
    }

    /** All values of a parameter; empty when it is absent. */
    List<String> all(String name) {
        return Collections.unmodifiableList(parameters.getOrDefault(name, List.of()));
    }

    /** Every value of every parameter; the values of one name follow each other. */
    void forEach(BiConsumer<String, String> action) {
        parameters.forEach((name, values) -> values.forEach(value -> action.accept(name, value)));
    }

    /** Names only: values may be secrets. */
    @Override
    public String toString() {
        return parameters.keySet().toString();
    }
}
