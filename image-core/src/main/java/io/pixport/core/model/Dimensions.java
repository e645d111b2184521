package io.pixport.core.model;

/**
 * Width and height of an image in pixels, each at least 1.
 *
 * @param width pixels from left to right
 * @param height pixels from top to bottom
 */
public record Dimensions(int width, int height) {
    public Dimensions {
        if (width < 1 || height < 1) {
            throw new InvalidValueException("dimensions must be at least 1 x 1, got " + width + " x " + height);
        }
    }

    /** Width times height; up to 2^62, so never an overflow. */
    public long pixels() {
        return (long) width * height;
    }

    /** The same image turned by a quarter: width and height change places. */
    public Dimensions transposed() {
        return new Dimensions(height, width);
    }
}
