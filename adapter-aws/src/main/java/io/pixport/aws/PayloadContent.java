package io.pixport.aws;

import io.pixport.core.port.Payload;
import io.pixport.core.port.StorageException;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.ContentStreamProvider;

/**
 * Gives the SDK a payload to send, from a new stream for each attempt, with no copy between. It closes every stream, and
 * remembers how the payload itself failed, which the SDK takes for a failure of the connection.
 */
final class PayloadContent implements ContentStreamProvider, AutoCloseable {
    private final Payload payload;
    private @Nullable InputStream open;
    private @Nullable IOException failure;

    PayloadContent(Payload payload) {
        this.payload = payload;
    }

    @Override
    public InputStream newStream() {
        close();
        open = new WatchedStream(payload.open());
        return open;
    }

    /** @throws StorageException of kind {@code FAILED} when the payload could not be read to the end that it states */
    void throwFailure() {
        if (failure != null) {
            throw new StorageException(StorageException.Kind.FAILED, "the payload could not be read", failure);
        }
    }

    @Override
    public void close() {
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                failure = e;
            }
            open = null;
        }
    }

    private final class WatchedStream extends FilterInputStream {
        private long left = payload.size();
        private boolean closed;

        WatchedStream(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            try {
                int read = super.read(buffer, offset, length);
                if (read < 0 && left > 0) {
                    throw new EOFException("the payload ended %d bytes too early".formatted(left));
                }
                left -= Math.max(read, 0);
                return read;
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }

        /** Once, whoever closes it: the SDK does after some attempts, and not after all. */
        @Override
        public void close() throws IOException {
            if (!closed) {
                closed = true;
                super.close();
            }
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
