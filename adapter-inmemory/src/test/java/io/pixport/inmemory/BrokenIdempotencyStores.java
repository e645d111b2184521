package io.pixport.inmemory;

import io.pixport.contracts.idempotency.IdempotencyStoreContract;
import io.pixport.core.model.Sha256;
import io.pixport.core.port.IdempotencyStore;
import java.time.Instant;

/** Stores of request keys that are broken in one way each. */
final class BrokenIdempotencyStores {
    private BrokenIdempotencyStores() {}

    /** A leaf test over a good store, to be broken in one method. */
    abstract static class Leaf implements IdempotencyStoreContract, IdempotencyStore {
        final IdempotencyStore good = new InMemoryIdempotencyStore();

        @Override
        public IdempotencyStore idempotencyStore() {
            return this;
        }

        @Override
        public Claim claim(String key, Sha256 fingerprint, Instant now, Instant leaseEnd) {
            return good.claim(key, fingerprint, now, leaseEnd);
        }

        @Override
        public void finish(String key, Claim.Started claim, String answer, Instant keepUntil) {
            good.finish(key, claim, answer, keepUntil);
        }

        @Override
        public void release(String key, Claim.Started claim) {
            good.release(key, claim);
        }
    }

    static final class LetsEverybodyBegin extends Leaf {
        @Override
        public Claim claim(String key, Sha256 fingerprint, Instant now, Instant leaseEnd) {
            Claim claim = super.claim(key, fingerprint, now, leaseEnd);
            return claim instanceof Claim.Running ? new Claim.Started(1) : claim;
        }
    }

    static final class AnswersAnyRequestUnderTheKey extends Leaf {
        @Override
        public Claim claim(String key, Sha256 fingerprint, Instant now, Instant leaseEnd) {
            return super.claim(key, new Sha256("0".repeat(64)), now, leaseEnd);
        }
    }

    static final class NeverTakesOver extends Leaf {
        @Override
        public Claim claim(String key, Sha256 fingerprint, Instant now, Instant leaseEnd) {
            return super.claim(key, fingerprint, now, now.plusSeconds(1_000_000));
        }
    }
}
