package io.pixport.core.port;

import io.pixport.core.model.Sha256;
import java.io.InputStream;

/**
 * Bytes that are all there and can be read again: what a store is given. It belongs to the caller, who closes it, if it
 * needs closing, after the store has returned.
 */
public interface Payload {
    /** The exact number of bytes, at least 1. */
    long size();

    /** The digest of exactly those bytes. */
    Sha256 sha256();

    /** A new stream over all bytes from the first; whoever opens it closes it. */
    InputStream open();
}
