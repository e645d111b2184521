package io.pixport.core.port;

import io.pixport.core.model.Sha256;
import java.time.Instant;

/**
 * Remembers which requests have been made under which key and what they were answered, so that a request sent again is
 * not carried out again.
 *
 * <p>Every method is safe to call from many threads and takes effect at one instant. A backend that is out of reach is a
 * {@link StorageException}. What is outside the bounds that a method sets is an {@link IllegalArgumentException}, and
 * nothing is done.
 */
public interface IdempotencyStore {
    /** Characters of an answer that can be kept, at most. */
    int MAX_ANSWER = 65_536;

    /**
     * Begins the request of a key, unless it has been begun before. Of many that begin at once, exactly one is told
     * {@link Claim.Started}.
     *
     * @param key of at most 512 characters; who asks is part of it, so that keys of different callers never meet
     * @param fingerprint a digest of all that makes the request what it is
     * @param intent what the caller is going to do, such as the id that it is going to use; at most 128 characters
     * @param now the present
     * @param leaseEnd until when the one who begins is taken to be at work; from then on the key is free, for any request,
     *     because a process may die between beginning and finishing. For a day more, who begins the same request again is
     *     told what the one before intended.
     */
    Claim claim(String key, Sha256 fingerprint, String intent, Instant now, Instant leaseEnd);

    /**
     * Replaces what a claim intends, for whoever may take it over.
     *
     * @return false when the lease has been taken over by another, or the claim has been ended; nothing is done then
     */
    boolean intend(String key, Claim.Started claim, String intent);

    /**
     * Records the answer of a request that was {@link Claim.Started} and ends the claim. Without effect when the lease has
     * been taken over by another.
     *
     * @param claim what {@link #claim} returned
     * @param answer at most {@link #MAX_ANSWER} characters
     * @param keepUntil from when on the key is as if it had never been used
     */
    void finish(String key, Claim.Started claim, String answer, Instant keepUntil);

    /**
     * Gives a claim back, as if its lease ended now. Without effect when the lease has been taken over by another.
     *
     * @param now the present
     */
    void release(String key, Claim.Started claim, Instant now);

    /** How a key stands. */
    sealed interface Claim {
        /**
         * The request is the caller's to carry out, and to finish or release.
         *
         * @param token tells this claim from earlier and later ones of the key
         * @param intent what the caller intends; or, when the same request has been begun before, what was intended then
         */
        record Started(long token, String intent) implements Claim {}

        /** The same request is at work elsewhere. */
        record Running() implements Claim {}

        /**
         * The same request has been answered.
         *
         * @param answer as recorded
         */
        record Finished(String answer) implements Claim {}

        /** The key was used for another request. */
        record Mismatch() implements Claim {}
    }
}
