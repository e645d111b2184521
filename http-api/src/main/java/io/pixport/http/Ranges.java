package io.pixport.http;

import io.pixport.core.port.ByteRange;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The header {@code Range} (RFC 9110, section 14.2), one range of bytes at a time. */
final class Ranges {
    private static final Pattern ONE_RANGE =
            Pattern.compile("bytes\\s*=\\s*(\\d{0,18})-(\\d{0,18})", Pattern.CASE_INSENSITIVE);

    private Ranges() {}

    /**
     * The range that is asked for, cut to what there is.
     *
     * @param header null when there is none
     * @param size the number of bytes there are
     * @return empty for all bytes: nothing was asked for, or something that is to be ignored: another unit, several ranges, a
     *     range that is none
     * @throws ProblemException 416 when the range is wholly outside
     */
    static Optional<ByteRange> parse(@Nullable String header, long size) {
        Matcher range = ONE_RANGE.matcher(header == null ? "" : header.strip());
        if (!range.matches() || (range.group(1).isEmpty() && range.group(2).isEmpty())) {
            return Optional.empty();
        }
        return range.group(1).isEmpty()
                ? Optional.of(suffix(Long.parseLong(range.group(2)), size))
                : from(Long.parseLong(range.group(1)), range.group(2), size);
    }

    private static ByteRange suffix(long length, long size) {
        if (length == 0 || size == 0) {
            throw outside(size);
        }
        return new ByteRange(Math.max(0, size - length), size - 1);
    }

    private static Optional<ByteRange> from(long first, String lastText, long size) {
        long last = lastText.isEmpty() ? Long.MAX_VALUE : Long.parseLong(lastText);
        if (last < first) {
            return Optional.empty();
        }
        if (first >= size) {
            throw outside(size);
        }
        return Optional.of(new ByteRange(first, Math.min(last, size - 1)));
    }

    private static ProblemException outside(long size) {
        return Problem.of(
                ProblemType.RANGE_NOT_SATISFIABLE,
                "the range is outside of " + size + " bytes",
                Headers.of("Content-Range", "bytes */" + size));
    }

    static String contentRange(ByteRange range, long size) {
        return "bytes %d-%d/%d".formatted(range.first(), range.last(), size);
    }
}
