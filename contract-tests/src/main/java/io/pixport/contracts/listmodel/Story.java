package io.pixport.contracts.listmodel;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.Digests;
import io.pixport.contracts.Fresh;
import io.pixport.contracts.TestClock;
import io.pixport.contracts.metadata.Asking;
import io.pixport.contracts.metadata.RepositoryFixture;
import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.Dimensions;
import io.pixport.core.model.Image;
import io.pixport.core.model.ImageContent;
import io.pixport.core.model.ImageDetails;
import io.pixport.core.model.ImageFormat;
import io.pixport.core.model.ImageId;
import io.pixport.core.model.ImageIdGenerator;
import io.pixport.core.model.PurgingImage;
import io.pixport.core.model.Sha256;
import io.pixport.core.model.Tag;
import io.pixport.core.model.TrashedImage;
import io.pixport.core.model.UserId;
import io.pixport.core.port.ImageQuery;
import io.pixport.core.port.Page;
import io.pixport.core.port.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Plays moves to a repository and to a model, in a time and with users and tags of its own, and compares what both list. */
final class Story {
    static final int USERS = 2;
    static final int TAGS = 3;
    static final List<ImageFormat> FORMATS = List.of(ImageFormat.JPEG, ImageFormat.GIF);

    private static final Duration RETENTION = Duration.ofHours(1);
    private static final Sha256 DIGEST = Digests.sha256(new byte[1]);

    private final RepositoryFixture fixture;
    private final ListModel model = new ListModel();
    private final TestClock clock = new TestClock(Fresh.instant());
    private final Instant begin = clock.instant();
    private final ImageIdGenerator ids = new ImageIdGenerator(clock, new SplittableRandom());
    private final List<UserId> users = Stream.generate(Fresh::user).limit(USERS).toList();
    private final List<Tag> tags = Stream.generate(Fresh::tag).limit(TAGS).toList();
    /** What the repository should have, by the text of the id. */
    private final TreeMap<String, Image> images = new TreeMap<>();

    Story(RepositoryFixture fixture) {
        this.fixture = fixture;
    }

    void play(Move.Change change) {
        clock.advance(Duration.ofMillis(change.pause()));
        switch (change) {
            case Move.Save save -> save(save);
            case Move.Edit edit -> pick(ActiveImage.class, edit.pick()).ifPresent(image -> edit(image, edit.tags()));
            case Move.Trash trash -> pick(ActiveImage.class, trash.pick()).ifPresent(this::trash);
            case Move.Restore restore ->
                pick(TrashedImage.class, restore.pick()).ifPresent(this::restore);
            case Move.Purge purge -> pick(Image.class, purge.pick()).ifPresent(this::purge);
        }
    }

    private void save(Move.Save save) {
        ImageId id = ids.next();
        ImageContent content = new ImageContent(FORMATS.get(save.format()), 2048, new Dimensions(64, 64), 1, DIGEST);
        ActiveImage image = ActiveImage.uploaded(
                id, users.get(save.owner()), null, ImageDetails.NONE.withTags(named(save.tags())), content);
        fixture.save(image);
        images.put(id.toString(), image);
        model.put(new ListModel.Entry(id.toString(), save.owner(), save.tags(), save.format(), sinceBegin(image)));
    }

    private void edit(ActiveImage image, Set<Integer> newTags) {
        replace(image.edit(image.details().withTags(named(newTags)), clock.instant()));
        model.edit(image.id().toString(), newTags);
    }

    private void trash(ActiveImage image) {
        replace(image.trash(clock.instant(), RETENTION));
        model.trash(image.id().toString(), clock.millis() - begin.toEpochMilli());
    }

    private void restore(TrashedImage image) {
        replace(image.restore(clock.instant()));
        model.restore(image.id().toString());
    }

    private void purge(Image image) {
        PurgingImage purging =
                switch (image) {
                    case ActiveImage active -> active.purge(clock.instant(), RETENTION);
                    case TrashedImage trashed -> trashed.purge(clock.instant(), RETENTION);
                    default -> throw new AssertionError("no story has a " + image);
                };
        fixture.replace(purging);
        assertThat(fixture.repository().delete(purging)).isTrue();
        images.remove(image.id().toString());
        model.purge(image.id().toString());
    }

    private void replace(Image next) {
        images.put(next.id().toString(), fixture.replace(next));
    }

    private <T extends Image> Optional<T> pick(Class<T> state, int number) {
        List<T> candidates = images.values().stream()
                .filter(state::isInstance)
                .map(state::cast)
                .toList();
        return candidates.isEmpty() ? Optional.empty() : Optional.of(candidates.get(number % candidates.size()));
    }

    /**
     * Compares every page of a list with the model's at the same moment.
     *
     * @return how many images were seen
     */
    int read(Move.Read read) {
        Filter filter = read.filter();
        List<Move.Change> changes = new ArrayList<>(read.between());
        List<String> seen = new ArrayList<>();
        Set<String> throughout = new HashSet<>(model.list(filter, null));
        @Nullable Position position = null;
        do {
            Page<ActiveImage> page = comparedPage(filter, position, read.limit());
            page.items().forEach(image -> seen.add(image.id().toString()));
            position = page.next().orElse(null);
            if (!changes.isEmpty()) {
                play(changes.removeFirst());
                throughout.retainAll(model.list(filter, null));
            }
        } while (position != null);
        assertThat(seen).doesNotHaveDuplicates().containsAll(throughout);
        return seen.size();
    }

    private Page<ActiveImage> comparedPage(Filter filter, @Nullable Position position, int limit) {
        ListModel.@Nullable Place place = position == null
                ? null
                : new ListModel.Place(
                        position.time().toEpochMilli() - begin.toEpochMilli(),
                        position.id().toString());
        List<String> rest = model.list(filter, place);
        List<Image> expected = rest.stream().limit(limit).map(this::current).toList();
        List<Page<ActiveImage>> read = new ArrayList<>();
        fixture.listed(() -> {
            read.add(fixture.repository().list(query(filter), position, limit));
            assertThat(read.getLast().items()).as("%s by %d", filter, limit).isEqualTo(expected);
        });
        Page<ActiveImage> page = read.getLast();
        assertThat(page.next())
                .as("the next page of %s by %d", filter, limit)
                .isEqualTo(
                        rest.size() <= limit
                                ? Optional.empty()
                                : Optional.of(position(page.items().getLast())));
        return page;
    }

    /** Compares everybody's trash with the model's, and every record. */
    void compareTheRest() {
        for (int user = 0; user < USERS; user++) {
            List<TrashedImage> trash = new ArrayList<>();
            @Nullable Position position = null;
            do {
                Page<TrashedImage> page = fixture.repository().listTrash(users.get(user), position, 2);
                trash.addAll(page.items());
                position = page.next().orElse(null);
            } while (position != null);
            assertThat(trash)
                    .isEqualTo(model.trashOf(user).stream().map(this::current).toList());
        }
        images.values().forEach(image -> assertThat(fixture.repository().find(image.id()))
                .contains(image));
    }

    /** In the port's terms. Where neither owner nor tag does, the time keeps other tests' images away. */
    private ImageQuery query(Filter filter) {
        Asking asking = filter.owner() == null ? Asking.ofEverybody() : Asking.of(users.get(filter.owner()));
        Tag[] wanted = named(filter.tags()).toArray(Tag[]::new);
        boolean open = filter.owner() == null && filter.tags().isEmpty();
        Instant from = filter.from() == null ? null : begin.plusMillis(filter.from());
        Instant until = filter.until() == null ? null : begin.plusMillis(filter.until());
        return (filter.anyTag() ? asking.taggedAny(wanted) : asking.tagged(wanted))
                .without(named(filter.notTags()).toArray(Tag[]::new))
                .format(filter.format() == null ? null : FORMATS.get(filter.format()))
                .from(open && from == null ? begin : from)
                .until(open && until == null ? clock.instant().plusMillis(1) : until)
                .query();
    }

    private Image current(String id) {
        return Optional.ofNullable(images.get(id)).orElseThrow();
    }

    private List<Tag> named(Set<Integer> numbers) {
        return numbers.stream().map(tags::get).toList();
    }

    private long sinceBegin(ActiveImage image) {
        return image.uploadedAt().toEpochMilli() - begin.toEpochMilli();
    }

    private static Position position(ActiveImage image) {
        return new Position(image.uploadedAt(), image.id());
    }
}
