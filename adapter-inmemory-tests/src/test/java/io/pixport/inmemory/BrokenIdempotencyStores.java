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
        public Claim claim(String key, Sha256 fingerprint, String intent, Instant now, Instant leaseEnd) {
            return good.claim(key, fingerprint, intent, now, leaseEnd);
        }

        @Override
        public boolean intend(String key, Claim.Started claim, String intent) {
            return good.intend(key, claim, intent);
        }

        @Override
        public void finish(String key, Claim.Started claim, String answer, Instant keepUntil) {
            good.finish(key, claim, answer, keepUntil);
        }

        @Override
        public void release(String key, Claim.Started claim, Instant now) {
            good.release(key, claim, now);
        }
    }

    static final class LetsEverybodyBegin extends Leaf {
        @Override
        public Claim claim(String key, Sha256 fingerprint, String intent, Instant now, Instant leaseEnd) {
            Claim claim = super.claim(key, fingerprint, intent, now, leaseEnd);
            return claim instanceof Claim.Running ? new Claim.Started(1, intent) : claim;
        }
    }

    static final class AnswersAnyRequestUnderTheKey extends Leaf {
        @Override
        public Claim claim(String key, Sha256 fingerprint, String intent, Instant now, Instant leaseEnd) {
            return super.claim(key, new Sha256("0".repeat(64)), intent, now, leaseEnd);
        }
    }

    static final class ForgetsWhatWasIntended extends Leaf {
        @Override
        public Claim claim(String key, Sha256 fingerprint, String intent, Instant now, Instant leaseEnd) {
            Claim claim = super.claim(key, fingerprint, intent, now, leaseEnd);
            return claim instanceof Claim.Started started ? new Claim.Started(started.token(), intent) : claim;
        }
    }

    static final class NeverTakesOver extends Leaf {
        @Override
        public Claim claim(String key, Sha256 fingerprint, String intent, Instant now, Instant leaseEnd) {
            return super.claim(key, fingerprint, intent, now, now.plusSeconds(1_000_000));
        }
    }
}
