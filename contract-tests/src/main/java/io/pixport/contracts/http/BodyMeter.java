package io.pixport.contracts.http;

import io.pixport.http.Handler;
import io.pixport.http.Request;
import io.pixport.http.Response;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/** Stands before a handler, and counts what it has read of the bodies that were sent to it. */
final class BodyMeter implements Handler {
    private final Handler handler;
    private final AtomicLong bytes = new AtomicLong();

    BodyMeter(Handler handler) {
        this.handler = handler;
    }

    /** Bytes of all bodies so far. */
    long bytes() {
        return bytes.get();
    }

    @Override
    public Response handle(Request request) {
        return handler.handle(request.withBody(new Metered(request.body())));
    }

    private final class Metered extends FilterInputStream {
        Metered(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            bytes.addAndGet(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            bytes.addAndGet(Math.max(read, 0));
            return read;
        }
    }
}
