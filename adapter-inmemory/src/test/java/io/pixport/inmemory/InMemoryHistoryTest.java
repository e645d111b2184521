package io.pixport.inmemory;

import io.pixport.contracts.history.HistoryProperty;
import io.pixport.contracts.usecase.UseCaseFixture;

final class InMemoryHistoryTest implements HistoryProperty {
    @Override
    public UseCaseFixture adapters() {
        return new InMemoryPair();
    }
}
