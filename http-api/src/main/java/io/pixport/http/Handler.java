package io.pixport.http;

/** Answers requests; safe for use by many threads, and blocking. */
@FunctionalInterface
public interface Handler {
    /** Never throws for anything that a client sent or a store did: that is an answer with a problem. */
    Response handle(Request request);
}
