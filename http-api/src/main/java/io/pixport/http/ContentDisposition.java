package io.pixport.http;

import io.pixport.core.model.FileName;
import java.nio.charset.StandardCharsets;

/** The header {@code Content-Disposition} (RFC 6266): a name in ASCII for old clients, and the whole name beside it. */
final class ContentDisposition {
    private static final String ATTR_CHARS = "!#$&+-.^_`|~";

    private ContentDisposition() {}

    static String inline(FileName name) {
        return "inline; " + parameters(name.value());
    }

    static String attachment(FileName name) {
        return "attachment; " + parameters(name.value());
    }

    private static String parameters(String name) {
        String ascii = ascii(name);
        String plain = "filename=\"" + ascii + '"';
        return ascii.equals(name) ? plain : plain + "; filename*=UTF-8''" + encoded(name);
    }

    /** What every client reads as it is: quotes, backslashes and percent signs confuse some, the rest is not ASCII. */
    private static String ascii(String name) {
        StringBuilder ascii = new StringBuilder();
        name.codePoints()
                .map(c -> c < 0x20 || c > 0x7E || c == '"' || c == '\\' || c == '%' ? '_' : c)
                .forEach(ascii::appendCodePoint);
        return ascii.toString();
    }

    /** RFC 8187, section 3.2.1. */
    private static String encoded(String name) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || ATTR_CHARS.indexOf(c) >= 0);
            encoded.append(plain ? String.valueOf(c) : "%%%02X".formatted((int) c));
        }
        return encoded.toString();
    }
}
