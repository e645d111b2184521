package io.pixport.core.model;

import java.util.Optional;

/** The image formats that are taken. Which one an image has is read from its bytes, never from a name or a header. */
public enum ImageFormat {
    JPEG("image/jpeg", "jpg"),
    PNG("image/png", "png"),
    GIF("image/gif", "gif"),
    WEBP("image/webp", "webp");

    private final String contentType;
    private final String extension;

    ImageFormat(String contentType, String extension) {
        this.contentType = contentType;
        this.extension = extension;
    }

    /** The registered media type, in lower case and without parameters. */
    public String contentType() {
        return contentType;
    }

    /** The usual file name extension, without a dot. */
    public String extension() {
        return extension;
    }

    /**
     * The format of a media type, in any case; {@code image/jpg}, which is not registered but often sent, means JPEG.
     *
     * @param contentType a media type without parameters
     */
    public static Optional<ImageFormat> ofContentType(String contentType) {
        if (contentType.equalsIgnoreCase("image/jpg")) {
            return Optional.of(JPEG);
        }
        for (ImageFormat format : values()) {
            if (format.contentType.equalsIgnoreCase(contentType)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }
}
