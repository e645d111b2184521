package io.pixport.inmemory;

import io.pixport.core.port.StorageException;
import java.util.concurrent.atomic.AtomicLong;

/** How many bytes are taken of how many; never more, however many ask at once. */
final class Room {
    private final long capacity;
    private final AtomicLong used = new AtomicLong();

    Room(long capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("a store has room for at least 1 byte, got " + capacity);
        }
        this.capacity = capacity;
    }

    /** @throws StorageException of kind {@code FULL} when not all of it is free; nothing is taken then */
    void take(long bytes) {
        long taken;
        do {
            taken = used.get();
            if (bytes > capacity - taken) {
                throw new StorageException(
                        StorageException.Kind.FULL,
                        "the store has %d of at most %d bytes and no room for %d more"
                                .formatted(taken, capacity, bytes),
                        null);
            }
        } while (!used.compareAndSet(taken, taken + bytes));
    }

    void giveBack(long bytes) {
        used.addAndGet(-bytes);
    }
}
