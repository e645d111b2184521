package io.pixport.inmemory;

import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.Image;
import io.pixport.core.model.Tag;
import io.pixport.core.model.TrashedImage;
import io.pixport.core.model.UserId;
import io.pixport.core.port.ImageQuery;
import io.pixport.core.port.Page;
import io.pixport.core.port.Position;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Repositories whose lists are broken in one way each. */
final class BrokenLists {
    private BrokenLists() {}

    /** A good repository, to be broken in one method, and what that takes. */
    abstract static class Broken extends ForwardingMetadataRepository {
        Broken() {
            super(new InMemoryMetadataRepository());
        }

        /** What a list of the images that pass both would be. */
        Page<ActiveImage> filtered(
                ImageQuery query, Predicate<ActiveImage> passes, @Nullable Position after, int limit) {
            List<ActiveImage> passing = good.list(query, after, 1000).items().stream()
                    .filter(passes)
                    .toList();
            List<ActiveImage> page = passing.stream().limit(limit).toList();
            return new Page<>(page, passing.size() > limit ? Optional.of(position(page.getLast())) : Optional.empty());
        }

        static Position position(ActiveImage image) {
            return new Position(image.uploadedAt(), image.id());
        }

        static ImageQuery withTags(ImageQuery query, Set<Tag> tags, Set<Tag> notTags) {
            return new ImageQuery(
                    query.owner(), tags, query.tagMatch(), notTags, query.format(), query.from(), query.until());
        }
    }

    static final class ListsTheOldestFirst extends BrokenRepositoryLeaf {
        ListsTheOldestFirst() {
            super(new Broken() {
                @Override
                public Page<ActiveImage> list(ImageQuery query, @Nullable Position after, int limit) {
                    Page<ActiveImage> page = super.list(query, after, limit);
                    return new Page<>(page.items().reversed(), page.next());
                }
            });
        }
    }

    static final class OrdersTiesTheOtherWay extends BrokenRepositoryLeaf {
        OrdersTiesTheOtherWay() {
            super(new Broken() {
                @Override
                public Page<ActiveImage> list(ImageQuery query, @Nullable Position after, int limit) {
                    Page<ActiveImage> page = super.list(query, after, limit);
                    List<ActiveImage> items = new ArrayList<>(page.items());
                    items.sort(Comparator.comparing(ActiveImage::uploadedAt)
                            .reversed()
                            .thenComparing(ActiveImage::id));
                    return new Page<>(items, page.next());
                }
            });
        }
    }

    static final class LosesAnImageBetweenPages extends BrokenRepositoryLeaf {
        LosesAnImageBetweenPages() {
            super(new Broken() {
                @Override
                public Page<ActiveImage> list(ImageQuery query, @Nullable Position after, int limit) {
                    if (after == null) {
                        return super.list(query, null, limit);
                    }
                    List<ActiveImage> lost = super.list(query, after, 1).items();
                    return super.list(query, lost.isEmpty() ? after : position(lost.getFirst()), limit);
                }
            });
        }
    }

    static final class RepeatsAnImageOnTheNextPage extends BrokenRepositoryLeaf {
        RepeatsAnImageOnTheNextPage() {
            super(new Broken() {
                @Override
                public Page<ActiveImage> list(ImageQuery query, @Nullable Position after, int limit) {
                    return super.list(
                            query,
                            after == null || limit == 1
                                    ? after
                                    : new Position(after.time().plusMillis(1), after.id()),
                            limit);
                }
            });
        }
    }

    static final class FiltersAfterItHasCutThePage extends BrokenRepositoryLeaf {
        FiltersAfterItHasCutThePage() {
            super(new Broken() {
                @Override
                public Page<ActiveImage> list(ImageQuery query, @Nullable Position after, int limit) {
                    ImageQuery wider = new ImageQuery(
                            query.owner(), query.tags(), query.tagMatch(), Set.of(), null, query.from(), query.until());
                    Page<ActiveImage> page = super.list(wider, after, limit);
                    return new Page<>(
                            page.items().stream().filter(query::matches).toList(), page.next());
                }
            });
        }
    }

    static final class FindsTagsByAPartOfThem extends BrokenRepositoryLeaf {
        FindsTagsByAPartOfThem() {
            super(new Broken() {
                @Override
                public Page<ActiveImage> list(ImageQuery query, @Nullable Position after, int limit) {
                    return query.tags().size() == 1
                            ? filtered(
                                    withTags(query, Set.of(), query.notTags()),
                                    image -> contains(image, query),
                                    after,
                                    limit)
                            : super.list(query, after, limit);
                }

                private static boolean contains(ActiveImage image, ImageQuery query) {
                    String part = query.sortedTags().getFirst().value();
                    return image.details().tags().stream()
                            .anyMatch(tag -> tag.value().contains(part));
                }
            });
        }
    }

    static final class FindsTheFirstTagOnly extends BrokenRepositoryLeaf {
        FindsTheFirstTagOnly() {
            super(new Broken() {
                @Override
                public Page<ActiveImage> list(ImageQuery query, @Nullable Position after, int limit) {
                    return query.tags().size() == 1
                            ? filtered(query, image -> query.tags().contains(first(image)), after, limit)
                            : super.list(query, after, limit);
                }

                private static Tag first(ActiveImage image) {
                    return image.details().tags().getFirst();
                }
            });
        }
    }

    static final class IgnoresTagsThatAreNotWanted extends BrokenRepositoryLeaf {
        IgnoresTagsThatAreNotWanted() {
            super(new Broken() {
                @Override
                public Page<ActiveImage> list(ImageQuery query, @Nullable Position after, int limit) {
                    return super.list(withTags(query, query.tags(), Set.of()), after, limit);
                }
            });
        }
    }

    static final class TakesTheEndOfADateRangeForInside extends BrokenRepositoryLeaf {
        TakesTheEndOfADateRangeForInside() {
            super(new Broken() {
                @Override
                public Page<ActiveImage> list(ImageQuery query, @Nullable Position after, int limit) {
                    Instant until = query.until();
                    return super.list(
                            new ImageQuery(
                                    query.owner(),
                                    query.tags(),
                                    query.tagMatch(),
                                    query.notTags(),
                                    query.format(),
                                    query.from(),
                                    until == null ? null : until.plusMillis(1)),
                            after,
                            limit);
                }
            });
        }
    }

    static final class ListsWhatIsInTheTrash extends BrokenRepositoryLeaf {
        ListsWhatIsInTheTrash() {
            super(new Broken() {
                private final Map<UserId, ActiveImage> trashed = new ConcurrentHashMap<>();

                @Override
                public boolean update(Image seen, Image image) {
                    boolean updated = super.update(seen, image);
                    if (image instanceof TrashedImage inTrash && updated) {
                        trashed.put(inTrash.owner(), inTrash.image());
                    }
                    return updated;
                }

                @Override
                public Page<ActiveImage> list(ImageQuery query, @Nullable Position after, int limit) {
                    Page<ActiveImage> page = super.list(query, after, limit);
                    ActiveImage still = query.owner() == null ? null : trashed.get(query.owner());
                    if (still == null || !page.items().isEmpty() || !query.matches(still)) {
                        return page;
                    }
                    return new Page<>(List.of(still), Optional.empty());
                }
            });
        }
    }
}
