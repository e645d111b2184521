package io.pixport.core.usecase;

import io.pixport.core.model.ImageContent;
import io.pixport.core.model.Sha256;
import io.pixport.core.port.Payload;
import java.io.InputStream;

/**
 * Bytes that are known to be a whole image within the limits, and not yet anybody's. Only {@link ReceiveImage} makes them.
 * Close it in every outcome; that removes what was spooled.
 */
public final class ReceivedImage implements Payload, AutoCloseable {
    private final Spool.Spooled bytes;
    private final ImageContent content;

    ReceivedImage(Spool.Spooled bytes, ImageContent content) {
        this.bytes = bytes;
        this.content = content;
    }

    public ImageContent content() {
        return content;
    }

    @Override
    public long size() {
        return content.size();
    }

    @Override
    public Sha256 sha256() {
        return content.sha256();
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
