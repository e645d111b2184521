package io.pixport.core.probe;

import io.pixport.core.model.Dimensions;
import io.pixport.core.model.ImageFormat;
import java.util.Optional;

/** Reads the files of one format, from their first byte on. */
interface FormatProbe {
    ImageFormat format();

    /**
     * Takes the next bytes of the file.
     *
     * @throws BrokenImageException if no file that begins like this is whole; it must be fed no more
     */
    void feed(byte[] buffer, int offset, int length);

    /** The sides of the canvas, once they are certain. */
    Optional<Dimensions> stored();

    /** How many frames a whole file that begins like this has at least; never falls. */
    long frames();

    /** Whether EXIF orientation exchanges width and height. */
    boolean displayedTransposed();

    /**
     * Returns if the file may end here.
     *
     * @throws BrokenImageException if it would be cut off
     */
    void requireEnd();
}
