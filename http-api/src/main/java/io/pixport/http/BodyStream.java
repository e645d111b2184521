package io.pixport.http;

import io.pixport.core.model.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A body that may have so many bytes and no more. It remembers how it failed, since parsers take a client that hung up for
 * a malformed body.
 */
final class BodyStream extends InputStream {
    private final InputStream in;
    private final long limit;
    private final Violation tooLarge;
    private long count;
    private @Nullable IOException failure;

    private BodyStream(InputStream in, long limit, Violation tooLarge) {
        this.in = in;
        this.limit = limit;
        this.tooLarge = tooLarge;
    }

    /**
     * @param limit bytes of the whole body
     * @param tooLarge what to answer when there are more; reading throws it as a {@link ProblemException}
     * @throws ProblemException when the client announces more
     */
    static BodyStream of(Request request, long limit, Violation tooLarge) {
        if (request.contentLength() > limit) {
            throw Problem.refused(List.of(tooLarge));
        }
        return new BodyStream(request.body(), limit, tooLarge);
    }

    /** @throws IOException how the body failed, if it did */
    void throwFailure() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read;
        try {
            read = in.read(buffer, offset, length);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
        count += Math.max(read, 0);
        if (count > limit) {
            throw Problem.refused(List.of(tooLarge));
        }
        return read;
    }
}
