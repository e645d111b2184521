package io.pixport.core.port;

import io.pixport.core.model.InvalidValueException;

/**
 * A run of bytes, counted from 0, both ends included.
 *
 * @param first the first byte
 * @param last the last byte, not before the first
 */
public record ByteRange(long first, long last) {
    public ByteRange {
        if (first < 0 || last < first) {
            throw new InvalidValueException("a byte range is 0 <= first <= last, got " + first + " and " + last);
        }
    }

    public long length() {
        return last - first + 1;
    }
}
