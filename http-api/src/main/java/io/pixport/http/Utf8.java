package io.pixport.http;

import io.pixport.core.model.InvalidValueException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** UTF-8 (RFC 3629), read strictly. */
final class Utf8 {
    private Utf8() {}

    /** @throws InvalidValueException when the bytes are not well-formed; its message goes on after the name of the text */
    static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new InvalidValueException("is not UTF-8");
        }
    }
}
