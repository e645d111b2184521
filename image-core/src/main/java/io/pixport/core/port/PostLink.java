package io.pixport.core.port;

import io.pixport.core.model.ImageFormat;
import io.pixport.core.model.InvalidValueException;
import java.time.Duration;

/**
 * What a presigned form for posting admits.
 *
 * @param life from now on, 1 second to 7 days in whole seconds
 * @param maxSize the number of bytes at most, at least 1
 * @param format what is stored as content type
 */
public record PostLink(Duration life, long maxSize, ImageFormat format) implements LinkTerms {
    public PostLink {
        LinkTerms.requireLife(life);
        if (maxSize < 1) {
            throw new InvalidValueException("a form for posting admits at least 1 byte, got " + maxSize);
        }
    }
}
