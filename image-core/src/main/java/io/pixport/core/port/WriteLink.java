package io.pixport.core.port;

import io.pixport.core.model.ImageFormat;
import java.time.Duration;

/**
 * What a presigned link for writing admits.
 *
 * @param life from now on, whole seconds
 * @param maxSize the number of bytes at most, at least 1
 * @param format what is stored as content type
 */
public record WriteLink(Duration life, long maxSize, ImageFormat format) {}
