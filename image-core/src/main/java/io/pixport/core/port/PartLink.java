package io.pixport.core.port;

import io.pixport.core.model.InvalidValueException;
import java.time.Duration;

/**
 * What a presigned link for sending a part admits.
 *
 * @param life from now on, 1 second to 7 days in whole seconds
 * @param number of the part, 1 to 10,000
 * @param size the exact number of bytes, at least 1
 */
public record PartLink(Duration life, int number, long size) implements LinkTerms {
    public PartLink {
        LinkTerms.requireLife(life);
        if (number < 1 || number > MultipartStore.MAX_PARTS || size < 1) {
            throw new InvalidValueException("a part is 1 to %d and has at least 1 byte, got part %d of %d"
                    .formatted(MultipartStore.MAX_PARTS, number, size));
        }
    }
}
