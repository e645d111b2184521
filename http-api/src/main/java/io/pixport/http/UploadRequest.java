package io.pixport.http;

import io.pixport.core.model.FileName;
import io.pixport.core.model.ImageDetails;
import io.pixport.core.model.OnDuplicate;
import io.pixport.core.model.UserId;
import io.pixport.core.usecase.ReceivedImage;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks to store; every limit of text and image is kept. Close it in every outcome.
 *
 * @param owner the field {@code user_id}; null when it was not sent
 * @param fileName null when it was not sent
 */
record UploadRequest(
        @Nullable UserId owner,
        @Nullable FileName fileName,
        ImageDetails details,
        OnDuplicate onDuplicate,
        ReceivedImage image)
        implements AutoCloseable {
    @Override
    public void close() {
        image.close();
    }
}
