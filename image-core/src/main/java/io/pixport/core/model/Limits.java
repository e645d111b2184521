package io.pixport.core.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Every limit in force, and the one place where each is checked. Lengths of text are in Unicode code points.
 *
 * @param formats what is taken, at least one
 * @param minSize bytes of an image, at least
 * @param maxSize bytes of an image, at most
 * @param multipartThreshold bytes of an image of known size that is uploaded directly, from above which it comes in parts
 * @param minSide pixels of either side, at least
 * @param maxSide pixels of either side, at most
 * @param maxFrames frames of an animation
 * @param maxPixels pixels over all frames
 * @param titleLength characters
 * @param descriptionLength characters
 * @param altTextLength characters
 * @param tags tags of an image
 * @param tagLength characters of one tag
 * @param customFields fields of one's own
 * @param customNameLength characters of a field's name
 * @param customValueLength characters of a field's value
 * @param userIdLength characters
 * @param fileNameLength characters
 * @param minLinkLife of a presigned link
 * @param maxLinkLife of a presigned link
 * @param defaultLinkLife of a presigned link when none is asked for
 * @param defaultPageSize images on a page when no number is asked for
 * @param maxPageSize images on a page
 * @param trashRetention how long a deleted image can be restored; zero removes it at once
 * @param reservationLife how long a direct upload may take, at most and when nothing else is asked for
 */
public record Limits(
        Set<ImageFormat> formats,
        long minSize,
        long maxSize,
        long multipartThreshold,
        int minSide,
        int maxSide,
        int maxFrames,
        long maxPixels,
        int titleLength,
        int descriptionLength,
        int altTextLength,
        int tags,
        int tagLength,
        int customFields,
        int customNameLength,
        int customValueLength,
        int userIdLength,
        int fileNameLength,
        Duration minLinkLife,
        Duration maxLinkLife,
        Duration defaultLinkLife,
        int defaultPageSize,
        int maxPageSize,
        Duration trashRetention,
        Duration reservationLife) {

    /** As of S3. */
    private static final Duration LONGEST_LINK_LIFE = Duration.ofDays(7);

    public static final Limits DEFAULTS = new Limits(
            EnumSet.allOf(ImageFormat.class),
            1024,
            10L * 1024 * 1024,
            8L * 1024 * 1024,
            50,
            4000,
            400,
            50_000_000,
            200,
            1000,
            1500,
            10,
            50,
            20,
            64,
            256,
            128,
            255,
            Duration.ofSeconds(60),
            Duration.ofDays(7),
            Duration.ofHours(1),
            20,
            100,
            Duration.ofDays(30),
            Duration.ofHours(1));

    public Limits {
        formats = Set.copyOf(formats);
        require(!formats.isEmpty(), "at least one format is taken");
        require(minSize >= 1 && minSize <= maxSize, "1 <= minSize <= maxSize");
        require(multipartThreshold >= 1, "multipartThreshold >= 1");
        require(minSide >= 1 && minSide <= maxSide, "1 <= minSide <= maxSide");
        require(maxFrames >= 1 && maxPixels >= 1, "at least one frame and one pixel");
        require(
                minLinkLife.isPositive()
                        && minLinkLife.compareTo(defaultLinkLife) <= 0
                        && defaultLinkLife.compareTo(maxLinkLife) <= 0,
                "0 < minLinkLife <= defaultLinkLife <= maxLinkLife");
        require(maxLinkLife.compareTo(LONGEST_LINK_LIFE) <= 0, "maxLinkLife <= 7 days");
        require(defaultPageSize >= 1 && defaultPageSize <= maxPageSize, "1 <= defaultPageSize <= maxPageSize");
        require(!trashRetention.isNegative(), "trashRetention is not negative");
        require(
                minLinkLife.compareTo(reservationLife) <= 0 && reservationLife.compareTo(maxLinkLife) <= 0,
                "minLinkLife <= reservationLife <= maxLinkLife");
    }

    /** Every limit of text and number that an image's owner, file name and details break; empty when none. */
    public List<Violation> check(@Nullable UserId owner, @Nullable FileName fileName, ImageDetails details) {
        List<Violation> found = new ArrayList<>(owner == null ? List.of() : check(owner));
        checkLength(found, "file_name", fileName == null ? null : fileName.value(), fileNameLength);
        found.addAll(check(details));
        return found;
    }

    /** Whether the user id is too long; empty when it is not. */
    public List<Violation> check(UserId owner) {
        List<Violation> found = new ArrayList<>();
        checkLength(found, "user_id", owner.value(), userIdLength);
        return found;
    }

    /** Every limit that the details break; empty when none. */
    public List<Violation> check(ImageDetails details) {
        List<Violation> found = new ArrayList<>();
        checkLength(found, "title", details.title(), titleLength);
        checkLength(found, "description", details.description(), descriptionLength);
        checkLength(found, "alt_text", details.altText(), altTextLength);
        checkNumber(found, "tags", details.tags().size(), tags);
        for (int i = 0; i < details.tags().size(); i++) {
            checkLength(found, "tags[" + i + "]", details.tags().get(i).value(), tagLength);
        }
        checkNumber(found, "custom", details.custom().size(), customFields);
        details.custom().forEach((name, value) -> {
            checkLength(found, "custom." + Text.shortened(name), name, customNameLength);
            checkLength(found, "custom." + Text.shortened(name), value, customValueLength);
        });
        return found;
    }

    /** The first limit that bytes of this number break, if any; also asked while they are still coming in. */
    public @Nullable Violation checkSize(long size) {
        return size > maxSize
                ? new Violation(
                        "file",
                        Violation.Kind.TOO_LARGE,
                        "an image has at most %d bytes, got at least %d".formatted(maxSize, size),
                        maxSize)
                : null;
    }

    /** Every limit that an image of this format, size in pixels and number of frames breaks; empty when none. */
    public List<Violation> checkPicture(ImageFormat format, Dimensions stored, int frames) {
        List<Violation> found = new ArrayList<>();
        if (!formats.contains(format)) {
            found.add(unsupported(format.name()));
        }
        if (Math.min(stored.width(), stored.height()) < minSide) {
            found.add(unacceptable("either side has at least %d pixels".formatted(minSide), size(stored), minSide));
        }
        if (Math.max(stored.width(), stored.height()) > maxSide) {
            found.add(unacceptable("either side has at most %d pixels".formatted(maxSide), size(stored), maxSide));
        }
        if (frames > maxFrames) {
            found.add(unacceptable("an animation has at most %d frames".formatted(maxFrames), "" + frames, maxFrames));
        }
        if (stored.pixels() > maxPixels / frames) {
            String got = frames == 1 ? size(stored) : "%d frames of %s".formatted(frames, size(stored));
            found.add(unacceptable("all frames have at most %d pixels".formatted(maxPixels), got, maxPixels));
        }
        return found;
    }

    /** Whether the whole file is too small; null when it is not. */
    public @Nullable Violation checkMinSize(long size) {
        return size < minSize
                ? unacceptable("an image has at least %d bytes".formatted(minSize), "" + size, minSize)
                : null;
    }

    /** What to say of bytes that are of no format that is taken. */
    public Violation unsupported(String what) {
        String taken = formats.stream().sorted().map(ImageFormat::name).collect(Collectors.joining(", "));
        return new Violation(
                "file",
                Violation.Kind.UNSUPPORTED_FORMAT,
                "an image is one of %s, and this is %s".formatted(taken, what),
                null);
    }

    /** What to say of bytes that begin as an image and are not a whole one. */
    public Violation broken(ImageFormat format, String reason) {
        return formats.contains(format)
                ? new Violation(
                        "file", Violation.Kind.UNACCEPTABLE_IMAGE, "not a whole " + format + " image: " + reason, null)
                : unsupported(format.name());
    }

    /** Every limit that bytes break that are announced so; either may be unknown. Empty when none. */
    public List<Violation> checkAnnounced(@Nullable ImageFormat format, @Nullable Long size) {
        List<Violation> found = new ArrayList<>();
        if (format != null && !formats.contains(format)) {
            found.add(unsupported(format.name()).about("content_type"));
        }
        Violation tooLarge = size == null ? null : checkSize(size);
        Violation tooSmall = size == null ? null : checkMinSize(size);
        if (tooLarge != null) {
            found.add(tooLarge.about("size"));
        }
        if (tooSmall != null) {
            found.add(tooSmall.about("size"));
        }
        return found;
    }

    /** Whether a link may live so long; null when it may. */
    public @Nullable Violation checkLinkLife(Duration life) {
        return checkLife("a link", life, maxLinkLife);
    }

    /** Whether a reservation may live so long, and its link with it; null when it may. */
    public @Nullable Violation checkReservationLife(Duration life) {
        return checkLife("a reservation", life, reservationLife);
    }

    private @Nullable Violation checkLife(String what, Duration life, Duration longest) {
        boolean tooShort = life.compareTo(minLinkLife) < 0;
        if (!tooShort && life.compareTo(longest) <= 0) {
            return null;
        }
        return new Violation(
                "expires_in",
                Violation.Kind.INVALID,
                "%s lives %d to %d seconds, got %d"
                        .formatted(what, minLinkLife.toSeconds(), longest.toSeconds(), life.toSeconds()),
                (tooShort ? minLinkLife : longest).toSeconds());
    }

    /** Whether a page may have so many images; null when it may. */
    public @Nullable Violation checkPageSize(long size) {
        return size < 1 || size > maxPageSize
                ? new Violation(
                        "limit",
                        Violation.Kind.INVALID,
                        "a page has 1 to %d images, got %d".formatted(maxPageSize, size),
                        (long) maxPageSize)
                : null;
    }

    private static void checkLength(List<Violation> found, String field, @Nullable String value, int limit) {
        int length = value == null ? 0 : Text.length(value);
        if (length > limit) {
            found.add(new Violation(
                    field,
                    Violation.Kind.INVALID,
                    "%s has at most %d characters, got %d".formatted(field, limit, length),
                    (long) limit));
        }
    }

    private static void checkNumber(List<Violation> found, String field, int number, int limit) {
        if (number > limit) {
            found.add(new Violation(
                    field,
                    Violation.Kind.INVALID,
                    "%s has at most %d entries, got %d".formatted(field, limit, number),
                    (long) limit));
        }
    }

    private static Violation unacceptable(String rule, String got, long limit) {
        return new Violation("file", Violation.Kind.UNACCEPTABLE_IMAGE, rule + ", got " + got, limit);
    }

    private static String size(Dimensions dimensions) {
        return dimensions.width() + " x " + dimensions.height();
    }

    private static void require(boolean condition, String rule) {
        if (!condition) {
            throw new InvalidValueException("limits must satisfy: " + rule);
        }
    }
}
