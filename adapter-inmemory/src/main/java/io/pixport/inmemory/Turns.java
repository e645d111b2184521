package io.pixport.inmemory;

import io.pixport.core.port.ObjectKey;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** Lets those who write the same key go one after the other, and those who write different keys go at once. */
final class Turns {
    private final ConcurrentHashMap<ObjectKey, Turn> turns = new ConcurrentHashMap<>();

    boolean take(ObjectKey key, BooleanSupplier action) {
        Turn turn = join(key);
        turn.lock.lock();
        try {
            return action.getAsBoolean();
        } finally {
            turn.lock.unlock();
            leave(key);
        }
    }

    private Turn join(ObjectKey key) {
        return turns.compute(key, (ignored, turn) -> {
            Turn joined = turn == null ? new Turn() : turn;
            joined.members++;
            return joined;
        });
    }

    private void leave(ObjectKey key) {
        turns.computeIfPresent(key, (ignored, turn) -> --turn.members == 0 ? null : turn);
    }

    private static final class Turn {
        private final ReentrantLock lock = new ReentrantLock();
        /** Who has the lock or waits for it; changed by the map's own atomic methods alone. */
        private int members;
    }
}
