package io.pixport.core.model;

/**
 * What the bytes of an image are, as read from the bytes themselves.
 *
 * @param format the true format
 * @param size the number of bytes, at least 1
 * @param dimensions as displayed, EXIF orientation applied
 * @param frames 1 for a still image
 * @param sha256 the digest of all bytes
 */
public record ImageContent(ImageFormat format, long size, Dimensions dimensions, int frames, Sha256 sha256) {
    public ImageContent {
        if (size < 1 || frames < 1) {
            throw new InvalidValueException("size and frames are at least 1, got " + size + " and " + frames);
        }
    }
}
