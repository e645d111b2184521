package io.pixport.inmemory;

import io.pixport.contracts.idempotency.IdempotencyStoreContract;
import io.pixport.core.port.IdempotencyStore;

final class InMemoryIdempotencyStoreTest implements IdempotencyStoreContract {
    private final IdempotencyStore store = new InMemoryIdempotencyStore();

    @Override
    public IdempotencyStore idempotencyStore() {
        return store;
    }
}
