package io.pixport.contracts.history;

import io.pixport.contracts.usecase.UseCaseFixture;
import io.pixport.core.port.IdempotencyStore;

/** What histories need: all three adapters, which may hold other things besides. */
public interface HistoryFixture extends UseCaseFixture {
    /** The keys of requests. */
    IdempotencyStore requestKeys();
}
