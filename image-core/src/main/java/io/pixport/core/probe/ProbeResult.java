package io.pixport.core.probe;

import io.pixport.core.model.Dimensions;
import io.pixport.core.model.ImageFormat;

/** The verdict on a file, as {@link ImageProbe#finish()} gives it. */
public sealed interface ProbeResult {

    /**
     * An image with all its parts, from its signature to its end. Its pixels have not been decoded.
     *
     * @param format the format, read from the bytes
     * @param stored the sides of the canvas as stored; every frame lies within it
     * @param displayed {@code stored} after EXIF orientation: transposed for the orientations 5 to 8, else the same
     * @param frames 1 for a still image; the number of frames of an animation, or {@link Integer#MAX_VALUE} if there are more
     */
    record Whole(ImageFormat format, Dimensions stored, Dimensions displayed, int frames) implements ProbeResult {}

    /**
     * A file that begins as an image and is not a whole one: cut off, damaged, against its format's specification, or
     * followed by bytes that do not belong to it.
     *
     * @param format the format that its signature names
     * @param reason what is wrong, in a few words for the person who sent it; bytes of the file are never quoted raw
     */
    record Broken(ImageFormat format, String reason) implements ProbeResult {}

    /**
     * Nothing that begins as one of the formats of {@link ImageFormat}.
     *
     * @param description what it looks like, as a noun: {@code TIFF}, {@code AVIF}, {@code HTML}, {@code empty}, ..., or
     *     {@code not an image format that is known}
     */
    record Unrecognized(String description) implements ProbeResult {}
}
