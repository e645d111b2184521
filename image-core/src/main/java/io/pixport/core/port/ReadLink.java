package io.pixport.core.port;

import io.pixport.core.model.FileName;
import io.pixport.core.model.ImageFormat;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a presigned link for reading should be.
 *
 * @param life from now on, 1 second to 7 days in whole seconds
 * @param format what is answered as content type
 * @param attachment the name under which a browser saves it instead of showing it; null to show it
 */
public record ReadLink(
        Duration life, ImageFormat format, @Nullable FileName attachment) implements LinkTerms {
    public ReadLink {
        LinkTerms.requireLife(life);
    }
}
