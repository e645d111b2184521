package io.pixport.http;

import io.pixport.core.model.InvalidValueException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A text that may be a {@code data:} URI (RFC 2397) with base64 in it, or else is that base64 itself.
 *
 * @param mediaType what the URI states, without parameters and in lower case; empty when it states none, or is none
 * @param text what is left to be decoded
 */
record DataUri(String mediaType, InputStream text) {
    private static final String SCHEME = "data:";
    private static final String CODING = ";base64";
    private static final int MAX_PREFIX = 256;

    /**
     * @return the text behind what the URI begins with
     * @throws InvalidValueException when the URI is not one with base64; its message goes on after the name of the text
     */
    static DataUri read(InputStream in) throws IOException {
        PushbackInputStream text = new PushbackInputStream(in, SCHEME.length());
        byte[] begin = text.readNBytes(SCHEME.length());
        if (!new String(begin, StandardCharsets.ISO_8859_1).equalsIgnoreCase(SCHEME)) {
            text.unread(begin);
            return new DataUri("", text);
        }
        String prefix = toComma(text).toLowerCase(Locale.ROOT);
        if (!prefix.endsWith(CODING)) {
            throw notBase64();
        }
        return new DataUri(HeaderValue.parse(prefix).value(), text);
    }

    private static String toComma(InputStream in) throws IOException {
        StringBuilder prefix = new StringBuilder();
        int c;
        while ((c = in.read()) != ',') {
            if (c < 0 || prefix.length() == MAX_PREFIX) {
                throw notBase64();
            }
            prefix.append((char) c);
        }
        return prefix.toString();
    }

    private static InvalidValueException notBase64() {
        return new InvalidValueException("is a data URI that does not begin like data:image/jpeg;base64,");
    }
}
