package io.pixport.contracts.metadata;

import io.pixport.contracts.Digests;
import io.pixport.contracts.Fresh;
import io.pixport.contracts.TestClock;
import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.Announcement;
import io.pixport.core.model.Dimensions;
import io.pixport.core.model.DuplicateImage;
import io.pixport.core.model.FileName;
import io.pixport.core.model.ImageContent;
import io.pixport.core.model.ImageDetails;
import io.pixport.core.model.ImageFormat;
import io.pixport.core.model.ImageId;
import io.pixport.core.model.ImageIdGenerator;
import io.pixport.core.model.Parts;
import io.pixport.core.model.PendingImage;
import io.pixport.core.model.PurgingImage;
import io.pixport.core.model.RejectedImage;
import io.pixport.core.model.Tag;
import io.pixport.core.model.TrashedImage;
import io.pixport.core.model.UserId;
import io.pixport.core.model.Violation;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Makes the records of one test: of an owner, and in a stretch of time, that no other test has. Each is a second younger
 * than the one made before, unless they are made as twins.
 */
public final class Records {
    /** How long what this makes stays in the trash. */
    public static final Duration RETENTION = Duration.ofHours(1);

    /** How long what this makes may take to be purged. */
    public static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final Duration STEP = Duration.ofSeconds(1);

    private final TestClock clock = new TestClock(Fresh.instant());
    private final Instant begin = clock.instant();
    private final ImageIdGenerator ids = new ImageIdGenerator(clock, new SecureRandom());
    private final UserId owner = Fresh.user();

    public UserId owner() {
        return owner;
    }

    /** Before everything that this makes. */
    public Instant begin() {
        return begin;
    }

    /** The time of what was made last. */
    public Instant now() {
        return clock.instant();
    }

    /** An id of a later time. */
    public ImageId id() {
        clock.advance(STEP);
        return ids.next();
    }

    public ActiveImage active(Tag... tags) {
        return active(owner, ImageFormat.JPEG, List.of(tags));
    }

    public ActiveImage active(UserId of, ImageFormat format, Collection<Tag> tags) {
        return active(id(), of, format, tags);
    }

    /** An image of the very millisecond of the one before. */
    public ActiveImage twin(Tag... tags) {
        return active(ids.next(), owner, ImageFormat.JPEG, List.of(tags));
    }

    public List<ActiveImage> actives(int number, Tag... tags) {
        return Stream.generate(() -> active(tags)).limit(number).toList();
    }

    public PendingImage pending(Duration life) {
        Announcement announced = new Announcement(Announcement.Method.POST, ImageFormat.JPEG, null, null);
        return new PendingImage(id(), owner, null, ImageDetails.NONE, announced, now().plus(life), 1);
    }

    /** A reservation for which everything is announced that can be. */
    public PendingImage announced(ImageDetails details) {
        Announcement announced = new Announcement(
                Announcement.Method.PUT, ImageFormat.WEBP, 10_485_760L, Digests.sha256(Fresh.bytes(10)));
        Instant expiry = now().plus(RETENTION);
        return new PendingImage(id(), owner, new FileName("été.webp"), details, announced, expiry, 1);
    }

    /** A reservation whose bytes come in parts. */
    public PendingImage inParts(Duration life) {
        Announcement announced = new Announcement(Announcement.Method.PARTS, ImageFormat.JPEG, 209_715_200L, null);
        Parts parts = Parts.of("upload+of/parts=", 209_715_200);
        return new PendingImage(id(), owner, null, ImageDetails.NONE, announced, parts, now().plus(life), 1);
    }

    /** A rejected reservation, as if it had never been anything else. */
    public RejectedImage rejected(Duration life) {
        return pending(life)
                .reject(List.of(
                        new Violation("file", Violation.Kind.UNACCEPTABLE_IMAGE, "not a whole PNG image: été", null),
                        new Violation("file", Violation.Kind.TOO_LARGE, "an image has at most 5 bytes", 5L)));
    }

    /** A reservation that was not needed, as if it had never been anything else. */
    public DuplicateImage duplicate(Duration life) {
        return pending(life).duplicateOf(id());
    }

    /** Another image of the same owner and the same bytes. */
    public ActiveImage copy(ActiveImage image) {
        return ActiveImage.uploaded(id(), image.owner(), null, ImageDetails.NONE, image.content());
    }

    /** An image in the trash, as if it had never been anywhere else. */
    public TrashedImage trashed() {
        return active().trash(clock.advance(STEP), RETENTION);
    }

    /** An image that is being purged, as if it had never been anywhere else. */
    public PurgingImage purging() {
        return active().purge(clock.advance(STEP), PATIENCE);
    }

    /** An image that has everything an image can have. */
    public ActiveImage full() {
        ImageDetails details = new ImageDetails(
                "Sommer am Meer 🌊",
                "Zwei Zeilen,\nund ein Tab\tdarin: \"<&>\\ '",
                "夏の海",
                List.of(Fresh.tag(), new Tag("été"), new Tag("a b-c_d")),
                Map.of("camera", "X100V", "empty", "", "ключ", "a\nb", "size", "007"));
        ImageContent content = new ImageContent(
                ImageFormat.WEBP, 10_485_760, new Dimensions(4000, 1), 400, Digests.sha256(Fresh.bytes(10)));
        return ActiveImage.uploaded(id(), owner, new FileName("Été 2026 (1).webp"), details, content);
    }

    private static ActiveImage active(ImageId id, UserId of, ImageFormat format, Collection<Tag> tags) {
        ImageContent content =
                new ImageContent(format, 2048, new Dimensions(640, 480), 1, Digests.sha256(Fresh.bytes(10)));
        return ActiveImage.uploaded(id, of, null, ImageDetails.NONE.withTags(tags), content);
    }
}
