package io.pixport.core.port;

/** A range was asked for that begins behind the end of the object. */
public final class RangeOutsideException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long totalSize;

    /** @param totalSize the number of bytes of the object */
    public RangeOutsideException(ByteRange range, long totalSize) {
        super("the range begins at byte %d of an object of %d".formatted(range.first(), totalSize));
        this.totalSize = totalSize;
    }

    public long totalSize() {
        return totalSize;
    }
}
