package io.pixport.http;

import io.pixport.core.model.Sha256;
import io.pixport.core.usecase.Spool;
import java.security.MessageDigest;

/** Digests bytes while they are spooled, and ends the reading as soon as they are too many. */
final class DigestObserver implements Spool.Observer {
    private final MessageDigest digest = Sha256.newDigest();
    private final long maxSize;
    private long size;

    DigestObserver(long maxSize) {
        this.maxSize = maxSize;
    }

    @Override
    public boolean observe(byte[] buffer, int length) {
        digest.update(buffer, 0, length);
        size += length;
        return size <= maxSize;
    }

    /** The digest of all bytes; to be asked for once. */
    Sha256 sha256() {
        return Sha256.of(digest.digest());
    }
}
