package io.pixport.core.port;

import io.pixport.core.model.FileName;
import java.nio.charset.StandardCharsets;

/**
 * What a browser is to do with bytes that it is sent.
 *
 * @param attachment whether to save them instead of showing them
 * @param name the name under which they are saved
 */
public record ContentDisposition(boolean attachment, FileName name) {
    private static final String ATTR_CHARS = "!#$&+-.^_`|~";

    /** The value of the header (RFC 6266): a name in ASCII for old clients, and the whole name beside it. */
    public String header() {
        String ascii = ascii(name.value());
        String plain = (attachment ? "attachment" : "inline") + "; filename=\"" + ascii + '"';
        return ascii.equals(name.value()) ? plain : plain + "; filename*=UTF-8''" + encoded(name.value());
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
