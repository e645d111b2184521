package io.pixport.core.port;

/**
 * A part that has arrived.
 *
 * @param number 1 to 10,000
 * @param size the number of its bytes
 * @param tag changes with its bytes; the store's own
 */
public record StoredPart(int number, long size, String tag) {}
