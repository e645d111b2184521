package io.pixport.core.port;

import java.io.IOException;
import java.io.InputStream;

/**
 * An object, or a part of it, open for reading. Close it, in every outcome.
 *
 * @param range which bytes the stream gives, of the whole object
 * @param totalSize the number of bytes of the whole object
 * @param stream exactly {@code range.length()} bytes; a failure of the store half-way is an {@link IOException} from
 *     reading, never an early end; an output that it is transferred to must not change what it is given, which may be
 *     the store's own
 */
public record ObjectContent(ByteRange range, long totalSize, InputStream stream) implements AutoCloseable {
    @Override
    public void close() throws IOException {
        stream.close();
    }
}
