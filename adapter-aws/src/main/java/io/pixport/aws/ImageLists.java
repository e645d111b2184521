package io.pixport.aws;

import io.pixport.aws.ListWalk.Order;
import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.Image;
import io.pixport.core.model.Sha256;
import io.pixport.core.model.Tag;
import io.pixport.core.model.UserId;
import io.pixport.core.port.ImageQuery;
import io.pixport.core.port.ImageQuery.TagMatch;
import io.pixport.core.port.Position;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Which lists of the table answer a question, and how they are gone through. */
final class ImageLists {
    private final DynamoDbClient client;
    private final String table;

    ImageLists(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    /**
     * Active images behind a position, the newest first.
     *
     * @param wanted how many will be taken, as far as one can tell
     */
    MergedWalk active(ImageQuery query, @Nullable Position after, int wanted) {
        Span span = Span.between(query.from(), query.until()).olderThan(after);
        Filter filter = Filter.of(query);
        Predicate<Image> belongs = image -> query.matches((ActiveImage) image);
        List<String> lists = lists(query);
        if (query.tags().isEmpty()) {
            return merged(lists, span, Order.NEWEST_FIRST, filter, belongs, share(wanted, lists.size()));
        }
        return query.tagMatch() == TagMatch.ANY
                ? merged(lists, span, Order.NEWEST_FIRST, filter, belongs, wanted)
                : new MergedWalk(
                        List.of(walk(lists, span, Order.NEWEST_FIRST, filter, belongs, wanted)), Order.NEWEST_FIRST);
    }

    private static List<String> lists(ImageQuery query) {
        List<Tag> tags = query.sortedTags();
        UserId owner = query.owner();
        if (owner == null) {
            return tags.isEmpty()
                    ? ListKey.feed()
                    : tags.stream().map(ListKey::tag).toList();
        }
        return tags.isEmpty()
                ? List.of(ListKey.user(owner))
                : tags.stream().map(tag -> ListKey.userTag(owner, tag)).toList();
    }

    /** What is in a user's trash behind a position, the last deleted first. */
    MergedWalk trash(UserId owner, @Nullable Position after, int wanted) {
        return newestFirst(ListKey.trash(owner), after, wanted);
    }

    /** A user's reservations behind a position, the last made first. */
    MergedWalk reservations(UserId owner, @Nullable Position after, int wanted) {
        return newestFirst(ListKey.reservations(owner), after, wanted);
    }

    /** What an owner has of the same bytes behind a position, the newest first. */
    MergedWalk copies(UserId owner, Sha256 sha256, @Nullable Position after, int wanted) {
        return newestFirst(ListKey.copies(owner, sha256), after, wanted);
    }

    private MergedWalk newestFirst(String list, @Nullable Position after, int wanted) {
        return merged(List.of(list), Span.ALL.olderThan(after), Order.NEWEST_FIRST, Filter.NONE, image -> true, wanted);
    }

    /** What lacks its bytes behind a position, the longest missing first. */
    MergedWalk missing(@Nullable Position after, int wanted) {
        return merged(
                List.of(ListKey.missing()),
                Span.ALL.newerThan(after),
                Order.OLDEST_FIRST,
                Filter.NONE,
                image -> true,
                wanted);
    }

    /** What expires behind a position and not after a time, the soonest first. */
    MergedWalk expired(Instant now, @Nullable Position after, int wanted) {
        return merged(
                ListKey.expiry(),
                Span.upTo(now).newerThan(after),
                Order.OLDEST_FIRST,
                Filter.NONE,
                image -> !image.expiresAt().orElse(Instant.MAX).isAfter(now),
                share(wanted, ListKey.SHARDS));
    }

    /** How many of them one of the shards has, but for one time in a hundred: three standard deviations above the mean. */
    private static int share(int wanted, int shards) {
        double mean = (double) wanted / shards;
        return shards == 1 ? wanted : Math.min(wanted, (int) Math.ceil(mean + 3 * Math.sqrt(mean)));
    }

    private MergedWalk merged(
            List<String> lists, Span span, Order order, Filter filter, Predicate<Image> belongs, int wanted) {
        return new MergedWalk(
                lists.stream()
                        .map(list -> walk(List.of(list), span, order, filter, belongs, wanted))
                        .toList(),
                order);
    }

    private ListWalk walk(
            List<String> lists, Span span, Order order, Filter filter, Predicate<Image> belongs, int wanted) {
        return new ListWalk(client, table, lists, span, order, filter, belongs, wanted);
    }
}
