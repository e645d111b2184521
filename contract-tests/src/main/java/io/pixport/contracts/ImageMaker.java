package io.pixport.contracts;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Makes valid images that differ from all others. */
public final class ImageMaker {
    private ImageMaker() {}

    /** A PNG of random pixels: it does not compress, so from 50 x 50 on it is more than 7 KB. */
    public static byte[] png(int width, int height) {
        return encoded("png", width, height);
    }

    /** The first half of a PNG of 50 x 50. */
    public static byte[] truncatedPng() {
        byte[] png = png(50, 50);
        return Arrays.copyOf(png, png.length / 2);
    }

    /** A JPEG of random pixels. */
    public static byte[] jpeg(int width, int height) {
        return encoded("jpeg", width, height);
    }

    /**
     * A JPEG of 50 x 50 of exactly so many bytes. What it lacks is random bytes behind its end, as phones append them.
     *
     * @param size at least 3000
     */
    public static byte[] jpegOfSize(int size) {
        byte[] jpeg = jpeg(50, 50);
        if (jpeg.length > size) {
            throw new IllegalArgumentException(
                    "a JPEG made here has at least %d bytes, not %d".formatted(jpeg.length, size));
        }
        byte[] padded = Arrays.copyOf(jpeg, size);
        byte[] padding = Fresh.bytes(size - jpeg.length);
        System.arraycopy(padding, 0, padded, jpeg.length, padding.length);
        return padded;
    }

    private static byte[] encoded(String format, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] pixels = ThreadLocalRandom.current().ints((long) width * height).toArray();
        image.setRGB(0, 0, width, height, pixels, 0, width);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutputStream encoded = new MemoryCacheImageOutputStream(out)) {
            ImageIO.write(image, format, encoded);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
