package io.pixport.contracts.faults;

import io.pixport.contracts.faults.Faults.Step;
import io.pixport.core.model.Sha256;
import io.pixport.core.port.IdempotencyStore;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A store of request keys that fails as planned, and knows what it was told to remember. */
public final class FailingIdempotencyStore implements IdempotencyStore {
    private final IdempotencyStore store;
    private final Faults faults;
    private final Queue<String> intents = new ConcurrentLinkedQueue<>();

    public FailingIdempotencyStore(IdempotencyStore store, Faults faults) {
        this.store = store;
        this.faults = faults;
    }

    /** What every claim was to intend, whatever came of it, in order. */
    public List<String> intents() {
        return List.copyOf(intents);
    }

    @Override
    public Claim claim(String key, Sha256 fingerprint, String intent, Instant now, Instant leaseEnd) {
        intents.add(intent);
        return faults.call(Step.CLAIM, () -> store.claim(key, fingerprint, intent, now, leaseEnd));
    }

    @Override
    public boolean intend(String key, Claim.Started claim, String intent) {
        return faults.call(Step.INTEND, () -> store.intend(key, claim, intent));
    }

    @Override
    public void finish(String key, Claim.Started claim, String answer, Instant keepUntil) {
        faults.run(Step.FINISH, () -> store.finish(key, claim, answer, keepUntil));
    }

    @Override
    public void release(String key, Claim.Started claim, Instant now) {
        faults.run(Step.RELEASE, () -> store.release(key, claim, now));
    }
}
