package io.pixport.http;

import io.pixport.core.model.Sha256;
import io.pixport.core.port.Payload;
import io.pixport.core.usecase.Spool;
import java.io.IOException;
import java.io.InputStream;

/** Bytes that have arrived and can be stored. */
record ReceivedBytes(Spool.Spooled bytes, Sha256 sha256) implements Payload, AutoCloseable {
    /**
     * Reads a stream to its end, or until it has given more than may be.
     *
     * @throws IOException when the stream fails; nothing is left behind then
     */
    static ReceivedBytes take(InputStream in, long maxSize, Spool spool) throws IOException {
        DigestObserver digest = new DigestObserver(maxSize);
        Spool.Spooled bytes = spool.take(in, digest);
        return new ReceivedBytes(bytes, digest.sha256());
    }

    @Override
    public long size() {
        return bytes.size();
    }

    @Override
    public InputStream open() {
        return bytes.open();
    }

    @Override
    public void close() {
        bytes.close();
    }
}
