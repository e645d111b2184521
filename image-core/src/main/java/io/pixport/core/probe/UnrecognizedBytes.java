package io.pixport.core.probe;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** Names what bytes look like that are in none of the formats taken, for the person who sent them; never a verdict. */
final class UnrecognizedBytes {
    private static final Set<String> AVIF_BRANDS = Set.of("avif", "avis");
    private static final Set<String> HEIC_BRANDS =
            Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1");

    private UnrecognizedBytes() {}

    /** Describes a file of which the first {@code length} bytes of {@code head} are the beginning, or the whole. */
    static String describe(byte[] head, int length) {
        if (length == 0) {
            return "empty";
        }
        String text = new String(head, 0, length, StandardCharsets.ISO_8859_1);
        if (text.startsWith("II*\0") || text.startsWith("MM\0*")) {
            return "TIFF";
        } else if (text.startsWith("BM")) {
            return "BMP";
        } else if (text.startsWith("%PDF-")) {
            return "PDF";
        } else if (text.startsWith("PK\3\4")) {
            return "ZIP";
        } else if (text.startsWith("\0\0\1\0")) {
            return "ICO";
        } else if (text.startsWith("\u00FF\n") || text.startsWith("\0\0\0\fJXL ")) {
            return "JPEG XL";
        } else if (text.startsWith("\0\0\0\fjP  ")) {
            return "JPEG 2000";
        } else if (text.startsWith("ftyp", 4) && length >= 12) {
            return describeBrand(text.substring(8, 12));
        } else {
            return describeMarkup(text.toLowerCase(Locale.ROOT));
        }
    }

    private static String describeBrand(String brand) {
        if (AVIF_BRANDS.contains(brand)) {
            return "AVIF";
        }
        return HEIC_BRANDS.contains(brand) ? "HEIC" : "MP4 or a relative of it";
    }

    private static String describeMarkup(String text) {
        boolean markup = text.replace("\u00EF\u00BB\u00BF", "").stripLeading().startsWith("<");
        if (markup && text.contains("<svg")) {
            return "SVG";
        } else if (markup && (text.contains("<html") || text.contains("<!doctype html"))) {
            return "HTML";
        } else if (markup && text.contains("<?xml")) {
            return "XML";
        }
        return "not an image format that is known";
    }
}
