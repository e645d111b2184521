package io.pixport.http;

import io.pixport.core.model.InvalidValueException;
import java.nio.charset.StandardCharsets;

/** A key that nobody else may know; it never shows itself in text. */
public final class Secret {
    private static final int MIN_LENGTH = 32;

    private final byte[] bytes;

    private Secret(byte[] bytes) {
        if (bytes.length < MIN_LENGTH) {
            throw new InvalidValueException("a secret has at least " + MIN_LENGTH + " bytes, got " + bytes.length);
        }
        this.bytes = bytes;
    }

    /** @param bytes at least 32; copied */
    public static Secret of(byte[] bytes) {
        return new Secret(bytes.clone());
    }

    /** @param text at least 32 bytes in UTF-8 */
    public static Secret of(String text) {
        return new Secret(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The key, in a new array. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public String toString() {
        return "Secret[***]";
    }
}
