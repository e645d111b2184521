package io.pixport.lambda;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tools.jackson.core.JsonParser;

/**
 * The body of a request where it lies in the JSON of its event: the whole is in memory already, so the bytes are decoded out
 * of it as they are read.
 *
 * @param event all of the JSON
 * @param start where the body's text begins, behind its quotation mark
 * @param end where it ends, before the other
 * @param base64 whether the text is the body's bytes in base64; else it is the body
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record EventBody(byte[] event, int start, int end, boolean base64) {
    static final EventBody NONE = new EventBody(new byte[0], 0, 0, false);

    /** Reading fails with an {@link IOException} where the text is not base64 that should be. */
    InputStream open() {
        InputStream text = isEscaped() ? unescaped() : new ByteArrayInputStream(event, start, end - start);
        return base64 ? Base64.getDecoder().wrap(text) : text;
    }

    private boolean isEscaped() {
        for (int i = start; i < end; i++) {
            if (event[i] == '\\') {
                return true;
            }
        }
        return false;
    }

    private InputStream unescaped() {
        try (JsonParser parser = EventReader.parser(event, start - 1, end - start + 2)) {
            parser.nextToken();
            return new ByteArrayInputStream(parser.getString().getBytes(StandardCharsets.UTF_8));
        }
    }
}
