package io.pixport.inmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.Dimensions;
import io.pixport.core.model.ImageContent;
import io.pixport.core.model.ImageDetails;
import io.pixport.core.model.ImageFormat;
import io.pixport.core.model.ImageId;
import io.pixport.core.model.Sha256;
import io.pixport.core.model.Tag;
import io.pixport.core.model.UserId;
import io.pixport.core.port.ImageQuery;
import io.pixport.core.port.ImageQuery.TagMatch;
import io.pixport.core.port.Page;
import io.pixport.core.port.Position;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;

/** Lists of several tags against a model: one sorted set of all images, and the query's own filter. */
class TagMergeTest {
    private static final List<Tag> TAGS =
            List.of("a", "b", "c", "d").stream().map(Tag::new).toList();
    private static final List<UserId> USERS = List.of(new UserId("ann"), new UserId("bob"));
    private static final Instant EPOCH = Instant.parse("2026-02-11T10:30:00Z");
    private static final int MILLIS = 20;

    @Property
    void everyQueryListsWhatAFilterOverAllWouldListPageByPage(
            @ForAll("images") List<ActiveImage> images,
            @ForAll("queries") ImageQuery query,
            @ForAll @IntRange(min = 1, max = 7) int limit) {
        InMemoryMetadataRepository repository = new InMemoryMetadataRepository();
        TreeSet<ActiveImage> model =
                new TreeSet<>(Comparator.comparing(TagMergeTest::positionOf).reversed());
        for (ActiveImage image : images) {
            assertThat(repository.save(image)).isEqualTo(model.add(image));
        }
        List<ActiveImage> expected = model.stream().filter(query::matches).toList();

        assertThat(allPages(repository, query, limit)).isEqualTo(expected);

        Statistics.label(query.tagMatch() + " of " + (query.tags().size() > 1 ? "several" : "at most one"))
                .collect(expected.isEmpty() ? "empty" : "not empty")
                .coverage(coverage -> coverage.check("not empty").percentage(share -> share > 10));
    }

    @Property(tries = 300)
    void aPageMayBeginBehindAnyPosition(
            @ForAll("images") List<ActiveImage> images,
            @ForAll("queries") ImageQuery query,
            @ForAll("positions") Position after) {
        InMemoryMetadataRepository repository = new InMemoryMetadataRepository();
        images.forEach(repository::save);
        List<ActiveImage> expected = images.stream()
                .filter(image -> positionOf(image).compareTo(after) < 0)
                .filter(query::matches)
                .sorted(Comparator.comparing(TagMergeTest::positionOf).reversed())
                .toList();

        Page<ActiveImage> page = repository.list(query, after, 1000);

        assertThat(page.items()).isEqualTo(expected);
        assertThat(page.next()).isEmpty();
    }

    @Property(tries = 300)
    void listsFollowEditsAndDeletions(
            @ForAll("images") List<ActiveImage> images,
            @ForAll("queries") ImageQuery query,
            @ForAll("tagSets") Set<Tag> newTags,
            @ForAll @IntRange(min = 1, max = 5) int every) {
        InMemoryMetadataRepository repository = new InMemoryMetadataRepository();
        images.forEach(repository::save);
        List<ActiveImage> expected = new ArrayList<>();
        for (int i = 0; i < images.size(); i++) {
            ActiveImage image = images.get(i);
            ActiveImage edited = image.edit(image.details().withTags(newTags), EPOCH.plusSeconds(60));
            if (i % every != 0) {
                expected.add(image);
            } else if (i % 2 == 0) {
                assertThat(repository.update(image, edited)).isTrue();
                expected.add(edited);
            } else {
                assertThat(repository.delete(image)).isTrue();
            }
        }
        expected.removeIf(image -> !query.matches(image));
        expected.sort(Comparator.comparing(TagMergeTest::positionOf).reversed());

        assertThat(allPages(repository, query, 3)).isEqualTo(expected);
    }

    @Example
    void anEmptySpanOfTimeIsAnEmptyPage() {
        InMemoryMetadataRepository repository = new InMemoryMetadataRepository();
        ActiveImage image = image(5, 0, USERS.getFirst(), Set.of(), ImageFormat.JPEG);
        repository.save(image);

        ImageQuery backwards = uploaded(EPOCH.plusMillis(10), EPOCH);
        assertThat(repository.list(backwards, null, 10).items()).isEmpty();
        assertThat(repository
                        .list(ImageQuery.EVERYTHING, new Position(Instant.MIN, image.id()), 10)
                        .items())
                .isEmpty();
        assertThat(repository.list(uploaded(Instant.MIN, Instant.MAX), null, 10).items())
                .containsExactly(image);
    }

    @Example
    void boundsOfTimeMayBeFinerThanAMillisecond() {
        InMemoryMetadataRepository repository = new InMemoryMetadataRepository();
        ActiveImage image = image(5, 0, USERS.getFirst(), Set.of(), ImageFormat.JPEG);
        repository.save(image);
        Instant at = image.uploadedAt();

        assertThat(repository.list(uploaded(at.plusNanos(1), null), null, 10).items())
                .isEmpty();
        assertThat(repository.list(uploaded(null, at.plusNanos(1)), null, 10).items())
                .containsExactly(image);
        assertThat(repository.list(uploaded(at, at), null, 10).items()).isEmpty();
    }

    @Example
    void expiredRecordsCanBeAskedForBehindAPositionThatHasNotExpired() {
        InMemoryMetadataRepository repository = new InMemoryMetadataRepository();
        Position later = new Position(EPOCH.plusSeconds(1), id(1000, 0));

        assertThat(repository.listExpired(EPOCH, later, 10).items()).isEmpty();
    }

    @Example
    void pagesHaveOneToAThousandEntries() {
        InMemoryMetadataRepository repository = new InMemoryMetadataRepository();
        for (int limit : new int[] {-1, 0, 1001}) {
            assertThatIllegalArgumentException().isThrownBy(() -> repository.list(ImageQuery.EVERYTHING, null, limit));
            assertThatIllegalArgumentException().isThrownBy(() -> repository.listTrash(USERS.getFirst(), null, limit));
            assertThatIllegalArgumentException().isThrownBy(() -> repository.listExpired(EPOCH, null, limit));
        }
        assertThat(repository.list(ImageQuery.EVERYTHING, null, 1000).items()).isEmpty();
    }

    @Example
    void aRecordIsReplacedByOneOfTheNextVersionOnly() {
        InMemoryMetadataRepository repository = new InMemoryMetadataRepository();
        ActiveImage image = image(5, 0, USERS.getFirst(), Set.of(), ImageFormat.JPEG);
        repository.save(image);

        assertThatIllegalArgumentException().isThrownBy(() -> repository.update(image, image));
    }

    private static List<ActiveImage> allPages(InMemoryMetadataRepository repository, ImageQuery query, int limit) {
        List<ActiveImage> all = new ArrayList<>();
        Page<ActiveImage> page = repository.list(query, null, limit);
        all.addAll(page.items());
        while (page.next().isPresent()) {
            assertThat(page.items()).hasSize(limit);
            assertThat(page.next()).contains(positionOf(page.items().getLast()));
            page = repository.list(query, page.next().get(), limit);
            assertThat(page.items()).isNotEmpty();
            all.addAll(page.items());
        }
        return all;
    }

    private static Position positionOf(ActiveImage image) {
        return new Position(image.uploadedAt(), image.id());
    }

    private static ImageId id(int millis, int number) {
        long time = EPOCH.plusMillis(millis).toEpochMilli();
        return new ImageId(new UUID(time << 16 | 0x7000, 0x8000_0000_0000_0000L | number));
    }

    private static ActiveImage image(int millis, int number, UserId owner, Set<Tag> tags, ImageFormat format) {
        ImageDetails details = new ImageDetails(null, null, null, List.copyOf(tags), Map.of());
        ImageContent content = new ImageContent(format, 1, new Dimensions(1, 1), 1, new Sha256("0".repeat(64)));
        return ActiveImage.uploaded(id(millis, number), owner, null, details, content);
    }

    private static ImageQuery uploaded(@Nullable Instant from, @Nullable Instant until) {
        return new ImageQuery(null, Set.of(), TagMatch.ALL, Set.of(), null, from, until);
    }

    /** Many at the same millisecond, so that ids decide as well. */
    @Provide
    Arbitrary<List<ActiveImage>> images() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, MILLIS),
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.of(USERS),
                        Arbitraries.of(TAGS).set().ofMaxSize(4),
                        Arbitraries.of(ImageFormat.JPEG, ImageFormat.PNG))
                .as(TagMergeTest::image)
                .list()
                .ofMaxSize(60)
                .uniqueElements(ActiveImage::id);
    }

    @Provide
    Arbitrary<ImageQuery> queries() {
        Arbitrary<Instant> times =
                Arbitraries.integers().between(0, 2 * MILLIS).map(half -> EPOCH.plusNanos(half * 500_000L));
        return Combinators.combine(
                        Arbitraries.of(USERS).injectNull(0.6),
                        tagSets(),
                        Arbitraries.of(TagMatch.class),
                        Arbitraries.of(TAGS).set().ofMaxSize(1),
                        Arbitraries.of(ImageFormat.JPEG, ImageFormat.PNG).injectNull(0.8),
                        times.injectNull(0.7),
                        times.injectNull(0.7))
                .as(ImageQuery::new);
    }

    @Provide
    Arbitrary<Set<Tag>> tagSets() {
        return Arbitraries.of(TAGS).set().ofMaxSize(4);
    }

    @Provide
    Arbitrary<Position> positions() {
        return Combinators.combine(
                        Arbitraries.integers().between(-1, MILLIS + 1),
                        Arbitraries.integers().between(0, MILLIS),
                        Arbitraries.integers().between(0, 9))
                .as((time, idTime, number) -> new Position(EPOCH.plusMillis(time), id(idTime, number)));
    }
}
