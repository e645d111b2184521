package io.pixport.core.port;

import io.pixport.core.model.FileName;
import io.pixport.core.model.ImageFormat;
import org.jspecify.annotations.Nullable;

/** What a presigned link turned out to admit. */
public sealed interface LinkGrant {
    /**
     * The object may be read.
     *
     * @param attachment the name under which a browser saves it; null to show it
     */
    record Read(ObjectKey key, ImageFormat format, @Nullable FileName attachment) implements LinkGrant {}

    /** At most so many bytes may be stored under the key, if nothing is stored there yet. */
    record Write(ObjectKey key, ImageFormat format, long maxSize) implements LinkGrant {}

    /**
     * Nothing is admitted.
     *
     * @param reason one sentence: expired, altered, or made for another method
     */
    record Denied(String reason) implements LinkGrant {}
}
