package io.pixport.http;

/**
 * How many bytes an entry carries that cannot stream, such as a function behind a gateway. A larger upload goes to the store
 * directly, and the bytes of images come from there.
 *
 * @param maxRequest bytes of a request's body, at most
 * @param maxResponse bytes of a response's body, at most
 */
public record PayloadLimits(long maxRequest, long maxResponse) {}
