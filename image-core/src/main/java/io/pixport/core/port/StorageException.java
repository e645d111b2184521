package io.pixport.core.port;

import org.jspecify.annotations.Nullable;

/**
 * A store or repository failed, as opposed to not having what was asked for. Unless a method says otherwise, what it was
 * to change may or may not have been changed.
 */
public final class StorageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why, as far as the caller can do something about it. */
    public enum Kind {
        /** Out of reach, overloaded or interrupted by another writer: the same call may succeed later. */
        UNAVAILABLE,
        /** There is no room for more: the same call will succeed only after something has been deleted. */
        FULL,
        /** The backend refused or broke its own rules: the same call will fail again. */
        FAILED
    }

    private final Kind kind;

    /**
     * @param message what was tried and what went wrong, without secrets and presigned URLs
     * @param cause what the backend threw, if anything
     */
    public StorageException(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** Whether the same call, made again a little later, may succeed. */
    public boolean retryMayHelp() {
        return kind == Kind.UNAVAILABLE;
    }
}
