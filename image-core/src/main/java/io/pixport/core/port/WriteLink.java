package io.pixport.core.port;

import io.pixport.core.model.ImageFormat;
import io.pixport.core.model.InvalidValueException;
import io.pixport.core.model.Sha256;
import java.time.Duration;

/**
 * What a presigned link for writing admits.
 *
 * @param life from now on, 1 second to 7 days in whole seconds
 * @param size the exact number of bytes, at least 1
 * @param sha256 the digest of exactly those bytes
 * @param format what is stored as content type
 */
public record WriteLink(Duration life, long size, Sha256 sha256, ImageFormat format) implements LinkTerms {
    public WriteLink {
        LinkTerms.requireLife(life);
        if (size < 1) {
            throw new InvalidValueException("a link for writing admits at least 1 byte, got " + size);
        }
    }
}
