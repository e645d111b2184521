package io.pixport.core.probe;

import io.pixport.core.model.Dimensions;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells what a file is while it streams by: its format, dimensions and frames, and whether it is a whole file of that format.
 *
 * <p>Feed it all bytes in order by {@link #update}, in pieces of any size, and ask for the verdict by {@link #finish}. The
 * answers depend on the bytes alone, not on how they were cut. No pixels are decoded; memory is about a kilobyte for
 * every file, and time is linear in the bytes fed, whatever lengths the file states. Bytes never make it throw.
 *
 * <table>
 * <caption>What a whole file is</caption>
 * <tr><th>format</th><th>from</th><th>to</th><th>bytes behind the end</th><th>source</th></tr>
 * <tr><td>JPEG</td><td>SOI, a frame header, a scan with data</td><td>EOI</td><td>accepted</td><td>ITU T.81</td></tr>
 * <tr><td>PNG</td><td>IHDR, every chunk with a right CRC, IDAT, also APNG</td><td>IEND</td><td>refused</td>
 *     <td>W3C PNG, third edition</td></tr>
 * <tr><td>GIF</td><td>logical screen, a frame inside it</td><td>trailer</td><td>refused</td><td>GIF89a</td></tr>
 * <tr><td>WebP</td><td>VP8, VP8L or VP8X with an image, or frames inside the canvas</td><td>the RIFF size</td>
 *     <td>refused</td><td>RFC 9649</td></tr>
 * </table>
 *
 * <p>What the compressed data itself holds is not checked, nor any limit on size: see {@link ImageHeader} for that.
 *
 * <p>An instance serves one file and one thread.
 */
public final class ImageProbe {
    private static final int HEAD = 512;
    private static final String PNG_SIGNATURE = "\u0089PNG\r\n\u001A\n";

    private final byte[] head = new byte[HEAD];
    private int headLength;
    private @Nullable FormatProbe probe;
    private @Nullable BrokenImageException broken;

    /** A probe that has been fed nothing. */
    public ImageProbe() {}

    /**
     * Feeds the next bytes. The buffer is not kept.
     *
     * @param offset where the bytes begin in {@code buffer}
     * @param length how many they are; 0 is allowed
     * @return false once it is certain that the file is broken or unrecognized, whatever follows, so that the caller may stop
     *     reading; from then on bytes are ignored and false is returned. Otherwise true
     * @throws IndexOutOfBoundsException if the range is not inside {@code buffer}
     */
    public boolean update(byte[] buffer, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        if (broken != null) {
            return false;
        }
        try {
            if (probe != null) {
                probe.feed(buffer, offset, length);
            } else {
                recognize(buffer, offset, length);
            }
        } catch (BrokenImageException e) {
            broken = e;
        }
        return broken == null && (probe != null || headLength < HEAD);
    }

    /**
     * What is certain about the file before its end; empty until enough of it has been fed. Once the format and the canvas are
     * there they do not change; the number of frames may grow.
     */
    public Optional<ImageHeader> header() {
        return Optional.ofNullable(probe)
                .flatMap(found -> found.stored().map(stored -> new ImageHeader(found.format(), stored, frames(found))));
    }

    /**
     * The verdict on the bytes fed so far, taken for the whole file. It changes nothing: it can be asked for repeatedly, and
     * feeding may go on.
     */
    public ProbeResult finish() {
        if (probe == null) {
            return new ProbeResult.Unrecognized(UnrecognizedBytes.describe(head, headLength));
        }
        try {
            if (broken != null) {
                throw broken;
            }
            probe.requireEnd();
            Dimensions stored = probe.stored().orElseThrow();
            Dimensions displayed = probe.displayedTransposed() ? stored.transposed() : stored;
            return new ProbeResult.Whole(probe.format(), stored, displayed, frames(probe));
        } catch (BrokenImageException e) {
            return new ProbeResult.Broken(probe.format(), e.reason());
        }
    }

    /** Keeps the beginning until it shows a signature, then has it read by the probe of that format. */
    private void recognize(byte[] buffer, int offset, int length) {
        int kept = Math.min(length, HEAD - headLength);
        System.arraycopy(buffer, offset, head, headLength, kept);
        headLength += kept;
        probe = probeFor(new String(head, 0, Math.min(headLength, 12), StandardCharsets.ISO_8859_1));
        if (probe != null) {
            probe.feed(head, 0, headLength);
            probe.feed(buffer, offset + kept, length - kept);
        }
    }

    private static @Nullable FormatProbe probeFor(String beginning) {
        if (beginning.startsWith("\u00FF\u00D8\u00FF")) {
            return new JpegProbe();
        } else if (beginning.startsWith(PNG_SIGNATURE)) {
            return new PngProbe();
        } else if (beginning.startsWith("GIF87a") || beginning.startsWith("GIF89a")) {
            return new GifProbe();
        } else if (beginning.startsWith("RIFF") && beginning.startsWith("WEBP", 8)) {
            return new WebpProbe();
        } else {
            return null;
        }
    }

    private static int frames(FormatProbe probe) {
        return (int) Math.min(probe.frames(), Integer.MAX_VALUE);
    }
}
