package io.pixport.contracts.store;

import io.pixport.contracts.Digests;
import io.pixport.core.model.Sha256;
import io.pixport.core.port.Payload;
import java.io.ByteArrayInputStream;
import java.io.InputStream;

/**
 * Bytes at hand, to be stored.
 *
 * @param bytes not copied, so that a test can change them afterwards
 * @param size what the payload says of itself
 * @param sha256 what the payload says of itself
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and shared with the test on purpose
public record BytesPayload(byte[] bytes, long size, Sha256 sha256) implements Payload {
    /** A payload that says the truth. */
    public BytesPayload(byte[] bytes) {
        this(bytes, bytes.length, Digests.sha256(bytes));
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }
}
