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

/**
 * Records of images that have no bytes, of users and tags by chance: each user has as many as any other, each image 4 of
 * 10 tags. As in a server, no two records share a value.
 */
final class Records {
    static final int TAGS = 10;

    private static final int TAGS_OF_AN_IMAGE = 4;
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

    private final Random random = new Random(42);
    private final ImageIdGenerator ids = new ImageIdGenerator(this::nextTime, random);
    private final List<Integer> tagNumbers =
            new ArrayList<>(IntStream.range(0, TAGS).boxed().toList());
    private Instant now = FIRST;

    /** @param number a multiple of {@code users} */
    static void fill(MetadataRepository repository, int number, int users) {
        Records records = new Records();
        List<Integer> owners = new ArrayList<>(
                IntStream.range(0, number).map(i -> i % users).boxed().toList());
        Collections.shuffle(owners, records.random);
        for (int owner : owners) {
            if (!repository.save(records.next(owner))) {
                throw new IllegalStateException("an id came twice");
            }
        }
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
    ActiveImage next(int owner) {
        ImageId id = ids.next();
        Collections.shuffle(tagNumbers, random);
        List<Tag> tags = tagNumbers.stream()
                .limit(TAGS_OF_AN_IMAGE)
                .map(number -> new Tag(tag(number)))
                .toList();
        ImageDetails details = new ImageDetails("Image " + id, "What it shows, in a sentence", null, tags, Map.of());
        byte[] digest = new byte[32];
        random.nextBytes(digest);
        ImageContent content =
                new ImageContent(ImageFormat.JPEG, 811_904, new Dimensions(1920, 1080), 1, Sha256.of(digest));
        return ActiveImage.uploaded(id, new UserId(user(owner)), new FileName(id + ".jpg"), details, content);
    }
}
