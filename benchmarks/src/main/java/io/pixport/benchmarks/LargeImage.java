package io.pixport.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.SplittableRandom;

/**
 * An image of exactly 10 MiB: a JPEG with other bytes behind its end, as phones append them, which are different in each
 * image. It is made anew each time it is written, so that who sends many holds none.
 */
final class LargeImage {
    static final int SIZE = 10 * 1024 * 1024;

    private static final int BLOCK = 64 * 1024;

    private final byte[] jpeg;
    private final int number;

    /**
     * @param jpeg a whole image, much smaller; not to be changed
     * @param number which of them this is
     */
    LargeImage(byte[] jpeg, int number) {
        this.jpeg = jpeg;
        this.number = number;
    }

    /** @param halfway runs when the first half has been written */
    void writeTo(OutputStream out, Runnable halfway) throws IOException {
        SplittableRandom random = new SplittableRandom(number);
        byte[] block = new byte[BLOCK];
        out.write(jpeg);
        boolean beforeHalf = true;
        for (int written = jpeg.length; written < SIZE; ) {
            if (beforeHalf && written > SIZE / 2) {
                halfway.run();
                beforeHalf = false;
            }
            random.nextBytes(block);
            int length = Math.min(BLOCK, SIZE - written);
            out.write(block, 0, length);
            written += length;
        }
    }

    /** In hexadecimal. */
    String sha256() throws IOException {
        try (DigestOutputStream out =
                new DigestOutputStream(OutputStream.nullOutputStream(), MessageDigest.getInstance("SHA-256"))) {
            writeTo(out, () -> {});
            return HexFormat.of().formatHex(out.getMessageDigest().digest());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
