package io.pixport.contracts.http;

import io.pixport.core.model.Sha256;
import io.pixport.core.port.IdempotencyStore;
import io.pixport.core.port.StorageException;
import java.time.Instant;

/** A store of request keys whose backend does not answer. */
final class UnreachableIdempotencyStore implements IdempotencyStore {
    @Override
    public Claim claim(String key, Sha256 fingerprint, String intent, Instant now, Instant leaseEnd) {
        throw outOfReach();
    }

    @Override
    public boolean intend(String key, Claim.Started claim, String intent) {
        throw outOfReach();
    }

    @Override
    public void finish(String key, Claim.Started claim, String answer, Instant keepUntil) {
        throw outOfReach();
    }

    @Override
    public void release(String key, Claim.Started claim, Instant now) {
        throw outOfReach();
    }

    private static StorageException outOfReach() {
        return new StorageException(StorageException.Kind.UNAVAILABLE, "the keys are out of reach", null);
    }
}
