package io.pixport.core.port;

import io.pixport.core.model.FileName;
import io.pixport.core.model.ImageFormat;
import io.pixport.core.model.Sha256;
import org.jspecify.annotations.Nullable;

/** What a presigned link turned out to admit. */
public sealed interface LinkGrant {
    /**
     * The object may be read.
     *
     * @param attachment the name under which a browser saves it; null to show it
     */
    record Read(ObjectKey key, ImageFormat format, @Nullable FileName attachment) implements LinkGrant {}

    /** Bytes of this size and digest may be stored under the key, if nothing is stored there yet. */
    record Write(ObjectKey key, ImageFormat format, long size, Sha256 sha256) implements LinkGrant {}

    /** Bytes of this size may be sent as this part, in the place of what it has. */
    record Part(MultipartUpload upload, int number, long size) implements LinkGrant {}

    /** 1 to so many bytes may be stored under the key, in the place of what is there. */
    record Post(ObjectKey key, ImageFormat format, long maxSize) implements LinkGrant {}

    /**
     * Nothing is admitted.
     *
     * @param reason one sentence: expired, altered, or made for another method
     */
    record Denied(String reason) implements LinkGrant {}
}
