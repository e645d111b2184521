package io.pixport.aws;

import io.pixport.core.model.Image;
import io.pixport.core.port.StorageException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Writes a record together with all its list entries, in one transaction. The condition is on the record alone: who may
 * replace it may replace its entries, because nothing else writes them.
 */
final class RecordWriter {
    private static final String NO_RECORD = "attribute_not_exists(#pk)";
    private static final Map<String, String> KEY_NAME = Map.of("#pk", TableShape.PARTITION_KEY);
    private static final String RECORD_SEEN = "#image = :seen";
    private static final Map<String, String> RECORD_NAME = Map.of("#image", Items.IMAGE);

    private static final String CONDITION_FAILED = "ConditionalCheckFailed";

    /** Some 300 ms altogether, 600 at most. */
    private static final int ATTEMPTS = 6;

    private static final long FIRST_PAUSE_MILLIS = 10;

    private final DynamoDbClient client;
    private final String table;

    RecordWriter(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    boolean save(Image image) {
        AttributeValue record = RecordCodec.encode(image);
        List<TransactWriteItem> writes = new ArrayList<>();
        writes.add(put(condition -> condition
                .item(Items.of(ItemKey.record(image.id()), record))
                .conditionExpression(NO_RECORD)
                .expressionAttributeNames(KEY_NAME)));
        ListEntries.of(image).forEach(key -> writes.add(put(entry -> entry.item(Items.of(key, record)))));
        return write("saving a record", writes, image::equals);
    }

    boolean update(Image seen, Image image) {
        AttributeValue record = RecordCodec.encode(image);
        Set<ItemKey> coming = ListEntries.of(image);
        Set<ItemKey> going = new LinkedHashSet<>(ListEntries.of(seen));
        going.removeAll(coming);
        List<TransactWriteItem> writes = new ArrayList<>();
        writes.add(put(condition -> condition
                .item(Items.of(ItemKey.record(image.id()), record))
                .conditionExpression(RECORD_SEEN)
                .expressionAttributeNames(RECORD_NAME)
                .expressionAttributeValues(Map.of(":seen", RecordCodec.encode(seen)))));
        coming.forEach(key -> writes.add(put(entry -> entry.item(Items.of(key, record)))));
        going.forEach(key -> writes.add(delete(entry -> entry.key(key.attributes()))));
        return write("replacing a record", writes, image::equals);
    }

    boolean delete(Image seen) {
        List<TransactWriteItem> writes = new ArrayList<>();
        writes.add(delete(condition -> condition
                .key(ItemKey.record(seen.id()).attributes())
                .conditionExpression(RECORD_SEEN)
                .expressionAttributeNames(RECORD_NAME)
                .expressionAttributeValues(Map.of(":seen", RecordCodec.encode(seen)))));
        ListEntries.of(seen).forEach(key -> writes.add(delete(entry -> entry.key(key.attributes()))));
        return write("deleting a record", writes, there -> there == null);
    }

    private TransactWriteItem put(Consumer<Put.Builder> write) {
        Put.Builder put = Put.builder()
                .tableName(table)
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
        write.accept(put);
        return TransactWriteItem.builder().put(put.build()).build();
    }

    private TransactWriteItem delete(Consumer<Delete.Builder> write) {
        Delete.Builder delete = Delete.builder()
                .tableName(table)
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
        write.accept(delete);
        return TransactWriteItem.builder().delete(delete.build()).build();
    }

    /**
     * @param writes the first is that of the record, the only one with a condition
     * @param isDone looks at the record, or null where there is none, that the condition failed on: this very call, or one
     *     whose answer was lost, may have been carried out before
     */
    private boolean write(String what, List<TransactWriteItem> writes, Predicate<@Nullable Image> isDone) {
        for (int attempt = 1; ; attempt++) {
            try {
                client.transactWriteItems(transaction -> transaction.transactItems(writes));
                return true;
            } catch (TransactionCanceledException e) {
                CancellationReason ofRecord = e.cancellationReasons().get(0);
                if (CONDITION_FAILED.equals(ofRecord.code())) {
                    return isDone.test(ofRecord.hasItem() ? Items.image(ofRecord.item()) : null);
                }
                giveWay(what, attempt, e);
            } catch (SdkException e) {
                throw AwsErrors.translate(what, e);
            }
        }
    }

    /** The SDK does not try cancelled transactions again. */
    private static void giveWay(String what, int attempt, TransactionCanceledException e) {
        StorageException failure = AwsErrors.translate(what, e);
        if (attempt == ATTEMPTS || !failure.retryMayHelp()) {
            throw failure;
        }
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(FIRST_PAUSE_MILLIS << attempt));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }
}
