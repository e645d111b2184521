package io.pixport.aws;

import io.pixport.contracts.idempotency.IdempotencyStoreContract;
import io.pixport.core.port.IdempotencyStore;

final class DynamoDbIdempotencyStoreTest implements IdempotencyStoreContract {
    @Override
    public IdempotencyStore idempotencyStore() {
        return TestAws.idempotencyStore(TestAws.clients());
    }
}
