package io.pixport.inmemory;

import io.pixport.contracts.history.HistoryFixture;
import io.pixport.contracts.history.HistoryProperty;

final class InMemoryHistoryTest implements HistoryProperty {
    @Override
    public HistoryFixture adapters() {
        return new InMemoryPair();
    }
}
