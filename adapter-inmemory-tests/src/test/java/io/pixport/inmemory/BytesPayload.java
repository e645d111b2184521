package io.pixport.inmemory;

import io.pixport.core.model.Sha256;
import io.pixport.core.port.Payload;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Random;
import java.util.function.Supplier;

/** A payload that may lie about its size and digest. */
record BytesPayload(long size, Sha256 sha256, Supplier<InputStream> stream) implements Payload {
    static BytesPayload of(byte[] bytes) {
        return new BytesPayload(bytes.length, digestOf(bytes), () -> new ByteArrayInputStream(bytes));
    }

    /** So many bytes, which differ from seed to seed. */
    static BytesPayload random(int size, long seed) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return of(bytes);
    }

    @Override
    public InputStream open() {
        return stream.get();
    }

    private static Sha256 digestOf(byte[] bytes) {
        try {
            return Sha256.of(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
