package io.pixport.aws;

import java.util.function.Supplier;

/**
 * One thing that the bucket or the table should be.
 *
 * @param name what it is of, in words
 * @param expected what it should be
 * @param found what it is, {@link #NONE} or {@link #NONE_OR_UNSUPPORTED}; asks the service, and throws what its client throws
 * @param create makes it, where there is none
 */
record Trait(String name, String expected, Supplier<String> found, Runnable create) {
    static final String NONE = "none";
    /** There is none; an endpoint that is not AWS cannot have it, or does not tell. */
    static final String NONE_OR_UNSUPPORTED = "none, or unsupported";
}
