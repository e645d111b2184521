package io.pixport.core.probe;

import io.pixport.core.model.Dimensions;
import io.pixport.core.model.ImageFormat;

/**
 * What is certain about a file before its end, so that a caller can refuse a decompression bomb before reading it all.
 *
 * <p>The dimensions as displayed are not part of it: EXIF may follow the pixels, so only {@link ProbeResult.Whole} states them.
 * They are {@code stored} or its transposition, so a limit on sides or pixels can be checked on {@code stored} alike.
 *
 * @param format the format, read from the bytes
 * @param stored the sides of the canvas as stored, before EXIF orientation; final
 * @param frames how many frames the file has at least if it turns out to be whole: 1 or more, never falling. It is what has
 *     been counted so far, or for an animated PNG the number that it announces, which must come true
 */
public record ImageHeader(ImageFormat format, Dimensions stored, int frames) {}
