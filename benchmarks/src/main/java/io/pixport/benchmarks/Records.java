package io.pixport.benchmarks;

import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.Dimensions;
import io.pixport.core.model.FileName;
import io.pixport.core.model.ImageContent;
import io.pixport.core.model.ImageDetails;
import io.pixport.core.model.ImageFormat;
import io.pixport.core.model.ImageId;
import io.pixport.core.model.ImageIdGenerator;
import io.pixport.core.model.Sha256;
import io.pixport.core.model.Tag;
import io.pixport.core.model.UserId;
import io.pixport.core.port.MetadataRepository;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Records of images that have no bytes, of users and tags by chance: each user has as many as any other, each image 4 of
 * 10 tags. However many there are, 20 of them have a rare tag in place of one. As in a server, no two records share a value.
 */
public final class Records {
    static final int TAGS = 10;
    static final String RARE = "rare";

    private static final int TAGS_OF_AN_IMAGE = 4;
    private static final int RARE_IMAGES = 20;
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

    private final Random random = new Random(42);
    private final ImageIdGenerator ids = new ImageIdGenerator(this::nextTime, random);
    private final List<Integer> tagNumbers =
            new ArrayList<>(IntStream.range(0, TAGS).boxed().toList());
    private Instant now = FIRST;

    /**
     * Saves so many.
     *
     * @param number a multiple of {@code users}
     * @return what makes further ones
     */
    static Records fill(MetadataRepository repository, int number, int users) {
        Records records = new Records();
        records.stream(number, users).forEach(image -> {
            if (!repository.save(image)) {
                throw new IllegalStateException("an id came twice");
            }
        });
        return records;
    }

    /** So many, each younger than the one before; as many of each user as of any other. */
    Stream<ActiveImage> stream(int number, int users) {
        List<Integer> owners = new ArrayList<>(
                IntStream.range(0, number).map(i -> i % users).boxed().toList());
        Collections.shuffle(owners, random);
        int apart = Math.max(number / RARE_IMAGES, 1);
        return IntStream.range(0, number).mapToObj(i -> next(owners.get(i), i % apart == 0 ? rareTags() : tags()));
    }

    static String user(int number) {
        return "user-" + number;
    }

    static String tag(int number) {
        return "tag-" + number;
    }

    private Instant nextTime() {
        now = now.plusMillis(1 + random.nextInt(1000));
        return now;
    }

    /** A record that is younger than the one before. */
    public ActiveImage next(int owner) {
        return next(owner, tags());
    }

    private List<Tag> tags() {
        Collections.shuffle(tagNumbers, random);
        return tagNumbers.stream()
                .limit(TAGS_OF_AN_IMAGE)
                .map(number -> new Tag(tag(number)))
                .toList();
    }

    /** The rare one, and the first of the others. */
    private static List<Tag> rareTags() {
        Stream<String> others = IntStream.range(0, TAGS_OF_AN_IMAGE - 1).mapToObj(Records::tag);
        return Stream.concat(Stream.of(RARE), others).map(Tag::new).toList();
    }

    private ActiveImage next(int owner, List<Tag> tags) {
        ImageId id = ids.next();
        ImageDetails details = new ImageDetails("Image " + id, "What it shows, in a sentence", null, tags, Map.of());
        byte[] digest = new byte[32];
        random.nextBytes(digest);
        ImageContent content =
                new ImageContent(ImageFormat.JPEG, 811_904, new Dimensions(1920, 1080), 1, Sha256.of(digest));
        return ActiveImage.uploaded(id, new UserId(user(owner)), new FileName(id + ".jpg"), details, content);
    }
}
