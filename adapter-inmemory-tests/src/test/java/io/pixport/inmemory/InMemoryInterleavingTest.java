package io.pixport.inmemory;

import io.pixport.contracts.interleaving.InterleavingContract;
import io.pixport.contracts.usecase.UseCaseFixture;

final class InMemoryInterleavingTest implements InterleavingContract {
    @Override
    public UseCaseFixture adapters() {
        return new InMemoryPair();
    }
}
