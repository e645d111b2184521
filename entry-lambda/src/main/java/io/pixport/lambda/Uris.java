package io.pixport.lambda;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** Paths and queries as they stand in a URI (RFC 3986), out of what gateways make of them. */
final class Uris {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String IN_PATHS = "-._~!$&'()*+,;=:@/%";
    private static final String IN_QUERIES = IN_PATHS + "?[]{}|\\^`\"<>";

    private Uris() {}

    /** A path, in which what may not stand there is percent-encoded; gateways decode some of it. */
    static String path(String path) {
        return escaped(path, IN_PATHS);
    }

    /** A query in which spaces, control characters and what is not ASCII are percent-encoded. */
    static String query(String query) {
        return escaped(query, IN_QUERIES);
    }

    private static String escaped(String text, String allowed) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || allowed.indexOf(c) >= 0);
            escaped.append(plain ? String.valueOf(c) : "%" + HEX.toHexDigits(b));
        }
        return escaped.toString();
    }

    /** The query of parameters, in their order. */
    static String query(Map<String, List<String>> parameters, boolean decoded) {
        StringJoiner query = new StringJoiner("&");
        parameters.forEach((name, values) -> values.forEach(
                value -> query.add(decoded ? encoded(name) + "=" + encoded(value) : query(name) + "=" + query(value))));
        return query.toString();
    }

    /** Replacement characters are what a gateway made of bytes that are no text: they are such bytes again, to be refused. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%EF%BF%BD", "%FF");
    }
}
