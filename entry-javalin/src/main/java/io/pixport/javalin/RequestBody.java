package io.pixport.javalin;

import io.pixport.http.BodyTimeoutException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request, which has to have arrived by a deadline. A client that waits for leave to send it
 * ({@code Expect: 100-continue}) gets it by the first read, and only then.
 */
final class RequestBody extends InputStream {
    private final HttpServletRequest request;
    private long deadline;
    private @Nullable ServletInputStream in;
    private long received;
    private boolean ended;
    private boolean failed;

    /** @param deadline a {@link System#nanoTime} after which no read begins */
    RequestBody(HttpServletRequest request, long deadline) {
        this.request = request;
        this.deadline = deadline;
        this.ended = request.getContentLengthLong() <= 0 && request.getHeader("Transfer-Encoding") == null;
    }

    /** Whether nothing is left to be read. */
    boolean ended() {
        return ended;
    }

    /** Whether a read has failed, so that nothing can be said of what comes next. */
    boolean failed() {
        return failed;
    }

    /** Whether the client was given leave to send the body, or needs none. */
    boolean requested() {
        return in != null || request.getHeader("Expect") == null;
    }

    /** How many bytes the client has announced and not sent yet; {@link Long#MAX_VALUE} when that is not known. */
    long announced() {
        long length = request.getContentLengthLong();
        return length < 0 ? Long.MAX_VALUE : length - received;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (ended) {
            return -1;
        }
        int count;
        try {
            count = readInTime(buffer, offset, length);
        } catch (IOException e) {
            failed = true;
            throw e.getCause() instanceof TimeoutException ? new BodyTimeoutException() : e;
        }
        if (count < 0) {
            ended = true;
        } else {
            received += count;
        }
        return count;
    }

    private int readInTime(byte[] buffer, int offset, int length) throws IOException {
        if (System.nanoTime() - deadline > 0) {
            throw new BodyTimeoutException();
        }
        if (in == null) {
            in = request.getInputStream();
        }
        return in.read(buffer, offset, length);
    }

    /** Reads and forgets what still comes, until the end, a number of bytes or a new deadline. */
    void discard(long bytes, long newDeadline) throws IOException {
        deadline = newDeadline;
        byte[] buffer = new byte[16 * 1024];
        long left = bytes;
        int count = 0;
        while (left > 0 && count >= 0) {
            count = read(buffer, 0, buffer.length);
            left -= count;
        }
    }

    /** Does nothing: the connection stays in use. */
    @Override
    public void close() {}
}
