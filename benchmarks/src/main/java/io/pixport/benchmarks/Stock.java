package io.pixport.benchmarks;

import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.ImageId;
import io.pixport.core.port.ImageQuery;
import io.pixport.core.port.MetadataRepository;
import io.pixport.core.port.Page;
import io.pixport.core.port.Position;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** So many {@link Records} in a repository, 200 of each user, and what can be asked of them. */
final class Stock {
    static final int PAGE = 20;

    private static final int IMAGES_OF_A_USER = 200;
    private static final int DEEPEST_PAGE = 10_000;
    private static final int LONGEST_PAGE = 1_000;

    private final MetadataRepository repository;
    private final int images;
    private final Records records = new Records();
    private final Random random = new Random(7);

    /**
     * @param repository where they are or will be
     * @param images how many
     */
    Stock(MetadataRepository repository, int images) {
        this.repository = repository;
        this.images = images;
    }

    /** Something that is asked, and how what it changed is undone, which is not measured. */
    record Call(Runnable asked, Runnable undone) {
        Call(Runnable asked) {
            this(asked, () -> {});
        }
    }

    int images() {
        return images;
    }

    MetadataRepository repository() {
        return repository;
    }

    /** What is to be saved to fill the repository, in this order or any. */
    Stream<ActiveImage> contents() {
        return records.stream(images, users());
    }

    private int users() {
        return images / IMAGES_OF_A_USER;
    }

    /** So many queries, of users and tags by chance. */
    List<ImageQuery> queries(Filter filter, int number) {
        return Stream.generate(() ->
                        filter.query(Records.user(random.nextInt(users())), Records.tag(random.nextInt(Records.TAGS))))
                .limit(number)
                .toList();
    }

    List<Call> pages(Filter filter, int number) {
        return queries(filter, number).stream().map(query -> page(query, null)).toList();
    }

    /** The page of everything on which a walk comes last, or the 10,000th. */
    List<Call> deepPages(int number) {
        Call page = page(ImageQuery.EVERYTHING, beforeDeepPage());
        return Stream.generate(() -> page).limit(number).toList();
    }

    /** How many images a walk has seen before that page. */
    int beforeDeepest() {
        return (Math.min(images / PAGE, DEEPEST_PAGE) - 1) * PAGE;
    }

    private @Nullable Position beforeDeepPage() {
        @Nullable Position after = null;
        for (int left = beforeDeepest(); left > 0; ) {
            Page<ActiveImage> page = repository.list(ImageQuery.EVERYTHING, after, Math.min(left, LONGEST_PAGE));
            left -= page.items().size();
            after = page.next().orElseThrow();
        }
        return after;
    }

    private Call page(ImageQuery query, @Nullable Position after) {
        return new Call(
                () -> require(repository.list(query, after, PAGE).items().size() == PAGE));
    }

    /** So many that are there, of users by chance. */
    List<ImageId> ids(int number) {
        return queries(Filter.USER, number / PAGE + 1).stream()
                .flatMap(query -> repository.list(query, null, PAGE).items().stream())
                .map(ActiveImage::id)
                .limit(number)
                .toList();
    }

    List<Call> gets(int number) {
        return ids(number).stream()
                .map(id -> new Call(() -> require(repository.find(id).isPresent())))
                .toList();
    }

    /** After all that is there. */
    List<Call> saves(int number) {
        return Stream.generate(() -> records.next(random.nextInt(users())))
                .limit(number)
                .map(image -> new Call(() -> require(repository.save(image)), () -> require(repository.delete(image))))
                .toList();
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalStateException("a page is not full, or an image is not there");
        }
    }
}
