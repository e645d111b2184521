package io.pixport.aws;

import io.pixport.aws.ListWalk.Entry;
import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.Image;
import io.pixport.core.model.ImageId;
import io.pixport.core.model.Limits;
import io.pixport.core.model.MissingImage;
import io.pixport.core.model.Sha256;
import io.pixport.core.model.TrashedImage;
import io.pixport.core.model.Upload;
import io.pixport.core.model.UserId;
import io.pixport.core.port.ImageQuery;
import io.pixport.core.port.ListWindow;
import io.pixport.core.port.MetadataRepository;
import io.pixport.core.port.Page;
import io.pixport.core.port.Position;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Keeps records and their lists in one DynamoDB table. A write is one transaction, {@link #find} one GetItem, a page of a
 * list one Query: of everything and of what has expired, one for each of 4 shards; of any of several tags, one for each
 * tag; of all of several tags, as few as it takes to skip what the rarest of them has not; and more where filters leave
 * out most of what is read.
 *
 * <p>No list trails. Lists are items of the same table, written with the record and read consistently, so what a write
 * that has returned has changed is seen by {@link #find} and by every list, from every process. While a write is under way,
 * DynamoDB may show what it changes one item earlier than the other, for some milliseconds: one who reads two lists just
 * then, one after the other, may see an image in both or in neither.
 *
 * <p>Who writes at the same time as another is let in after some tries; who is not let in is told that the table is
 * unavailable, and nothing is done.
 *
 * <p>Source: "Read isolation levels for DynamoDB transactions" and "Service, account, and table quotas" of the DynamoDB
 * Developer Guide.
 */
public final class DynamoDbMetadataRepository implements MetadataRepository {
    /** An image has at most so many tags: a transaction has 100 items, and a change may replace all tags of an image. */
    public static final int MAX_TAGS = 24;

    private static final int MAX_PAGE = 1000;

    private final DynamoDbClient client;
    private final String table;
    private final RecordWriter writer;
    private final ImageLists lists;
    private final ListMender mender;

    /**
     * @param client belongs to the caller, who closes it
     * @param table the name of a table that was provisioned
     */
    public DynamoDbMetadataRepository(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
        this.writer = new RecordWriter(client, table);
        this.lists = new ImageLists(client, table);
        this.mender = new ListMender(client, table);
    }

    /** Why a table cannot keep every image that the limits admit, as the end of a sentence; empty when it can. */
    public static Optional<String> obstacle(Limits limits) {
        return RecordSize.obstacle(limits);
    }

    @Override
    public boolean save(Image image) {
        return writer.save(image);
    }

    @Override
    public Optional<Image> find(ImageId id) {
        Map<String, AttributeValue> item = AwsErrors.translated(
                        "finding a record",
                        () -> client.getItem(get -> get.tableName(table)
                                .key(ItemKey.record(id).attributes())
                                .consistentRead(true)))
                .item();
        return item.isEmpty() ? Optional.empty() : Optional.of(Items.image(item));
    }

    @Override
    public boolean update(Image seen, Image image) {
        if (!image.id().equals(seen.id()) || image.version() != seen.version() + 1) {
            throw new IllegalArgumentException("version %d of %s is replaced by its next, got version %d of %s"
                    .formatted(seen.version(), seen.id(), image.version(), image.id()));
        }
        return writer.update(seen, image);
    }

    @Override
    public boolean delete(Image seen) {
        return writer.delete(seen);
    }

    @Override
    public Page<ActiveImage> list(ImageQuery query, @Nullable Position after, int limit) {
        requireLimit(limit);
        return page(
                lists.active(query, after, limit + 1),
                ActiveImage.class,
                image -> new Position(image.uploadedAt(), image.id()),
                limit);
    }

    @Override
    public Page<TrashedImage> listTrash(UserId owner, @Nullable Position after, int limit) {
        requireLimit(limit);
        return page(
                lists.trash(owner, after, limit + 1),
                TrashedImage.class,
                image -> new Position(image.deletedAt(), image.id()),
                limit);
    }

    @Override
    public Page<Upload> listReservations(UserId owner, @Nullable Position after, int limit) {
        requireLimit(limit);
        return page(
                lists.reservations(owner, after, limit + 1),
                Upload.class,
                upload -> new Position(upload.id().timestamp(), upload.id()),
                limit);
    }

    @Override
    public Page<Image> listCopies(UserId owner, Sha256 sha256, @Nullable Position after, int limit) {
        requireLimit(limit);
        return page(
                lists.copies(owner, sha256, after, limit + 1),
                Image.class,
                DynamoDbMetadataRepository::uploaded,
                limit);
    }

    private static Position uploaded(Image copy) {
        return switch (copy) {
            case ActiveImage active -> new Position(active.uploadedAt(), active.id());
            case TrashedImage trashed -> uploaded(trashed.image());
            default -> throw new IllegalArgumentException("not an image that was uploaded: " + copy.id());
        };
    }

    @Override
    public Page<MissingImage> listMissing(@Nullable Position after, int limit) {
        requireLimit(limit);
        return page(
                lists.missing(after, limit + 1),
                MissingImage.class,
                image -> new Position(image.since(), image.id()),
                limit);
    }

    @Override
    public Page<Image> listExpired(Instant now, @Nullable Position after, int limit) {
        requireLimit(limit);
        return page(
                lists.expired(now, after, limit + 1),
                Image.class,
                image -> new Position(image.expiresAt().orElseThrow(), image.id()),
                limit);
    }

    @Override
    public ListWindow mendLists(@Nullable String after, boolean dryRun) {
        return mender.window(after, dryRun);
    }

    private static void requireLimit(int limit) {
        if (limit < 1 || limit > MAX_PAGE) {
            throw new IllegalArgumentException("a page has 1 to %d entries, got %d".formatted(MAX_PAGE, limit));
        }
    }

    private static <T extends Image> Page<T> page(
            MergedWalk walk, Class<T> state, Function<T, Position> position, int limit) {
        List<T> items = new ArrayList<>();
        for (Entry entry = walk.next(); entry != null; entry = walk.next()) {
            if (items.size() == limit) {
                return new Page<>(items, Optional.of(position.apply(items.get(limit - 1))));
            }
            items.add(state.cast(entry.image()));
        }
        return new Page<>(items, Optional.empty());
    }
}
