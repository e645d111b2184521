package io.pixport.inmemory;

import io.pixport.core.model.Sha256;
import io.pixport.core.port.ByteRange;
import java.io.InputStream;

/** The bytes of one object, which are never changed and never handed out but as copies. */
sealed interface StoredBytes permits Chunks, AssembledBytes {
    long size();

    Sha256 sha256();

    /** @param range inside the object */
    InputStream open(ByteRange range);
}
