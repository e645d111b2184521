package io.pixport.core.model;

/**
 * The parts in which the bytes of a reservation come, numbered from 1: all of one size but the last, which is the rest.
 * There are 20 at most, so that what an interruption costs is a twentieth, or {@link #MIN_SIZE}.
 *
 * @param uploadId names the multipart upload in the store
 * @param total bytes of all parts together, at least 1
 * @param size bytes of each part but the last, at least 1
 */
public record Parts(String uploadId, long total, long size) {
    /** Of a part, unless it is the last: 8 MiB. S3 takes none under 5 MiB. */
    public static final long MIN_SIZE = 8L << 20;

    private static final int MAX_COUNT = 20;

    public Parts {
        if (total < 1 || size < 1) {
            throw new InvalidValueException("parts have at least 1 byte, got %d of %d".formatted(size, total));
        }
    }

    /** As few as may be of at least {@link #MIN_SIZE}. */
    public static Parts of(String uploadId, long total) {
        return new Parts(uploadId, total, Math.max(MIN_SIZE, Math.ceilDiv(total, MAX_COUNT)));
    }

    public int count() {
        return Math.toIntExact(Math.ceilDiv(total, size));
    }

    /** @param number 1 to {@link #count} */
    public long sizeOf(int number) {
        return number < count() ? size : total - size * (count() - 1);
    }
}
