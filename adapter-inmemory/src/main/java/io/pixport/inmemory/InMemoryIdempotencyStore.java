package io.pixport.inmemory;

import io.pixport.core.model.Sha256;
import io.pixport.core.port.IdempotencyStore;
import io.pixport.core.port.StorageException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Remembers requests in memory, as a strict twin of a DynamoDB table with conditional writes and a time to live.
 *
 * <p>It differs from DynamoDB in two things. It forgets everything when the process stops. And it is bounded, to 100,000
 * keys and 32 Mi characters of keys and answers: beyond that it drops claims whose lease has ended and then answers that
 * would have been dropped the soonest, which are then as if their keys had never been used. Claims whose lease runs are
 * never dropped; when there is nothing but those, a new one is a {@link StorageException} of kind {@code UNAVAILABLE}.
 */
public final class InMemoryIdempotencyStore implements IdempotencyStore {
    private static final int MAX_KEY = 512;
    private static final int MAX_INTENT = 128;

    private final int maxKeys;
    private final long maxCharacters;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Entry> entries = new HashMap<>();
    private final TreeSet<Entry> running = new TreeSet<>();
    private final TreeSet<Entry> finished = new TreeSet<>();
    private long characters;
    private long lastToken;

    public InMemoryIdempotencyStore() {
        this(100_000, 32 << 20);
    }

    InMemoryIdempotencyStore(int maxKeys, long maxCharacters) {
        this.maxKeys = maxKeys;
        this.maxCharacters = maxCharacters;
    }

    @Override
    public Claim claim(String key, Sha256 fingerprint, String intent, Instant now, Instant leaseEnd) {
        requireAtMost(MAX_KEY, "a key", key);
        requireAtMost(MAX_INTENT, "an intent", intent);
        lock.lock();
        try {
            dropExpired(now);
            Entry present = entries.get(key);
            if (present != null && !present.isAbandoned(now)) {
                return present.standing(fingerprint);
            }
            if (present != null) {
                remove(present);
            }
            makeRoom(now);
            String first = present != null && present.fingerprint().equals(fingerprint) ? present.intent() : intent;
            Entry begun = new Entry(key, fingerprint, ++lastToken, first, null, leaseEnd);
            add(begun);
            return new Claim.Started(begun.token(), begun.intent());
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean intend(String key, Claim.Started claim, String intent) {
        requireAtMost(MAX_INTENT, "an intent", intent);
        return replace(key, claim, present -> present.with(intent));
    }

    @Override
    public void finish(String key, Claim.Started claim, String answer, Instant keepUntil) {
        requireAtMost(MAX_ANSWER, "an answer", answer);
        replace(key, claim, present -> present.finished(answer, keepUntil));
    }

    @Override
    public void release(String key, Claim.Started claim, Instant now) {
        replace(key, claim, present -> present.released(++lastToken, now));
    }

    private boolean replace(String key, Claim.Started claim, UnaryOperator<Entry> change) {
        lock.lock();
        try {
            Entry present = entries.get(key);
            if (present == null || !present.isOf(claim)) {
                return false;
            }
            remove(present);
            add(change.apply(present));
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Each answer is dropped once, so this costs a claim what one other claim has added. */
    private void dropExpired(Instant now) {
        while (!finished.isEmpty() && finished.first().isOver(now)) {
            remove(finished.first());
        }
    }

    private void makeRoom(Instant now) {
        while (entries.size() >= maxKeys || characters >= maxCharacters) {
            if (!running.isEmpty() && running.first().isOver(now)) {
                remove(running.first());
            } else if (!finished.isEmpty()) {
                remove(finished.first());
            } else {
                throw new StorageException(
                        StorageException.Kind.UNAVAILABLE,
                        entries.size() + " requests are at work under their keys",
                        null);
            }
        }
    }

    private void add(Entry entry) {
        entries.put(entry.key(), entry);
        (entry.answer() == null ? running : finished).add(entry);
        characters += entry.characters();
    }

    private void remove(Entry entry) {
        entries.remove(entry.key());
        (entry.answer() == null ? running : finished).remove(entry);
        characters -= entry.characters();
    }

    private static void requireAtMost(int limit, String what, String text) {
        if (text.length() > limit) {
            throw new IllegalArgumentException(
                    "%s has at most %d characters, got %d".formatted(what, limit, text.length()));
        }
    }

    /**
     * How a key stands.
     *
     * @param token no two claims have the same
     * @param intent of whoever began it first
     * @param answer null while the request is at work
     * @param until the end of the lease, or from when on the answer is dropped
     */
    private record Entry(
            String key,
            Sha256 fingerprint,
            long token,
            String intent,
            @Nullable String answer,
            Instant until) implements Comparable<Entry> {
        private static final Comparator<Entry> SOONEST_FIRST =
                Comparator.comparing(Entry::until).thenComparingLong(Entry::token);

        private Entry with(String newIntent) {
            return new Entry(key, fingerprint, token, newIntent, answer, until);
        }

        private Entry finished(String newAnswer, Instant keepUntil) {
            return new Entry(key, fingerprint, token, intent, newAnswer, keepUntil);
        }

        /** Nobody has the new token. */
        private Entry released(long newToken, Instant now) {
            return new Entry(key, fingerprint, newToken, intent, null, now);
        }

        private Claim standing(Sha256 asked) {
            if (!fingerprint.equals(asked)) {
                return new Claim.Mismatch();
            }
            return answer == null ? new Claim.Running() : new Claim.Finished(answer);
        }

        private boolean isOf(Claim.Started claim) {
            return answer == null && token == claim.token();
        }

        private boolean isAbandoned(Instant now) {
            return answer == null && isOver(now);
        }

        private boolean isOver(Instant now) {
            return !now.isBefore(until);
        }

        private int characters() {
            return key.length() + intent.length() + (answer == null ? 0 : answer.length());
        }

        @Override
        public int compareTo(Entry other) {
            return SOONEST_FIRST.compare(this, other);
        }
    }
}
