package io.pixport.javalin;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** What goes to a client. It remembers how that failed: else a client that hangs up could not be told from a store that fails. */
final class ClientStream extends OutputStream {
    private final OutputStream out;
    private final LongConsumer progress;
    private long written;
    private @Nullable IOException failure;

    /** @param progress is told, after each write, how many bytes have been written in all */
    ClientStream(OutputStream out, LongConsumer progress) {
        this.out = out;
        this.progress = progress;
    }

    /** @throws IOException how writing failed, if it did */
    void throwFailure() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
        written += length;
        progress.accept(written);
    }
}
