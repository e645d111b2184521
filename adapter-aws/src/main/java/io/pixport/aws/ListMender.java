package io.pixport.aws;

import io.pixport.core.model.Image;
import io.pixport.core.port.ListWindow;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.ItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Goes through the whole table and holds list entries and records to each other. What does not agree at a first look, which
 * takes many items in one request, is looked at again, both items in one transaction, and that decides.
 */
final class ListMender {
    private static final int ITEMS = 500;
    /** As many as one BatchGetItem takes. */
    private static final int BATCH = 100;

    private static final int ATTEMPTS = 5;

    private final DynamoDbClient client;
    private final String table;

    ListMender(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    /** An entry, and the record that it should be of. */
    private record Pair(ItemKey entry, ItemKey record) {}

    private enum Verdict {
        SOUND,
        STRAY,
        LACKING
    }

    ListWindow window(@Nullable String after, boolean dryRun) {
        return AwsErrors.translated("mending lists", () -> {
            ScanResponse page = scan(after);
            Map<ItemKey, Image> entries = new HashMap<>();
            Map<ItemKey, Image> records = new HashMap<>();
            for (Map<String, AttributeValue> item : page.items()) {
                if (item.containsKey(Items.IMAGE)) {
                    Image image = Items.image(item);
                    ItemKey key = ItemKey.of(item);
                    (key.equals(ItemKey.record(image.id())) ? records : entries).put(key, image);
                }
            }
            long stray = 0;
            long lacking = 0;
            long mended = 0;
            for (Pair suspect : suspects(entries, records)) {
                Verdict verdict = judge(suspect, dryRun);
                stray += verdict == Verdict.STRAY ? 1 : 0;
                lacking += verdict == Verdict.LACKING ? 1 : 0;
                mended += verdict == Verdict.SOUND || dryRun ? 0 : 1;
            }
            Optional<String> next = page.hasLastEvaluatedKey()
                    ? Optional.of(ItemKey.of(page.lastEvaluatedKey()).token())
                    : Optional.empty();
            return new ListWindow(entries.size(), stray, lacking, mended, next);
        });
    }

    private ScanResponse scan(@Nullable String after) {
        Map<String, AttributeValue> start =
                after == null ? null : ItemKey.of(after).attributes();
        return client.scan(
                scan -> scan.tableName(table).limit(ITEMS).consistentRead(true).exclusiveStartKey(start));
    }

    private Set<Pair> suspects(Map<ItemKey, Image> entries, Map<ItemKey, Image> records) {
        Set<Pair> expected = new HashSet<>();
        records.forEach((key, image) -> ListEntries.of(image).forEach(entry -> expected.add(new Pair(entry, key))));
        entries.forEach((key, image) -> expected.add(new Pair(key, ItemKey.record(image.id()))));
        Set<ItemKey> unread = expected.stream()
                .flatMap(pair -> Stream.of(pair.entry(), pair.record()))
                .filter(key -> !entries.containsKey(key) && !records.containsKey(key))
                .collect(Collectors.toSet());
        Map<ItemKey, Image> all = read(List.copyOf(unread));
        all.putAll(entries);
        all.putAll(records);
        return expected.stream()
                .filter(pair -> verdict(all.get(pair.record()), pair.entry(), all.get(pair.entry())) != Verdict.SOUND)
                .collect(Collectors.toSet());
    }

    private Map<ItemKey, Image> read(List<ItemKey> keys) {
        Map<ItemKey, Image> images = new HashMap<>();
        for (int i = 0; i < keys.size(); i += BATCH) {
            Map<String, KeysAndAttributes> wanted = Map.of(
                    table,
                    KeysAndAttributes.builder()
                            .consistentRead(true)
                            .keys(keys.subList(i, Math.min(i + BATCH, keys.size())).stream()
                                    .map(ItemKey::attributes)
                                    .toList())
                            .build());
            while (!wanted.isEmpty()) {
                Map<String, KeysAndAttributes> request = wanted;
                var response = client.batchGetItem(get -> get.requestItems(request));
                response.responses()
                        .getOrDefault(table, List.of())
                        .forEach(item -> images.put(ItemKey.of(item), Items.image(item)));
                wanted = response.unprocessedKeys();
            }
        }
        return images;
    }

    private static Verdict verdict(@Nullable Image record, ItemKey entry, @Nullable Image copy) {
        boolean belongs = record != null && ListEntries.of(record).contains(entry);
        if (copy == null) {
            return belongs ? Verdict.LACKING : Verdict.SOUND;
        }
        return belongs && copy.equals(record) ? Verdict.SOUND : Verdict.STRAY;
    }

    /** What is wrong with the entry, which is as it should be afterwards unless this is a dry run. */
    private Verdict judge(Pair pair, boolean dryRun) {
        for (int attempt = 1; ; attempt++) {
            List<ItemResponse> read = client.transactGetItems(
                            get -> get.transactItems(read(pair.record()), read(pair.entry())))
                    .responses();
            Image record = image(read.get(0));
            Verdict verdict = verdict(record, pair.entry(), image(read.get(1)));
            if (verdict == Verdict.SOUND || dryRun) {
                return verdict;
            }
            try {
                client.transactWriteItems(
                        write -> write.transactItems(unchanged(pair.record(), record), mended(pair.entry(), record)));
                return verdict;
            } catch (TransactionCanceledException e) {
                // Somebody has just changed the record, and with it perhaps the entry.
                if (attempt == ATTEMPTS) {
                    throw AwsErrors.translate("mending a list", e);
                }
            }
        }
    }

    private TransactGetItem read(ItemKey key) {
        return TransactGetItem.builder()
                .get(get -> get.tableName(table).key(key.attributes()))
                .build();
    }

    private static @Nullable Image image(ItemResponse response) {
        return response.hasItem() ? Items.image(response.item()) : null;
    }

    private TransactWriteItem unchanged(ItemKey key, @Nullable Image record) {
        ConditionCheck.Builder check = ConditionCheck.builder().tableName(table).key(key.attributes());
        if (record == null) {
            check.conditionExpression("attribute_not_exists(#pk)")
                    .expressionAttributeNames(Map.of("#pk", TableShape.PARTITION_KEY));
        } else {
            check.conditionExpression("#image = :seen")
                    .expressionAttributeNames(Map.of("#image", Items.IMAGE))
                    .expressionAttributeValues(Map.of(":seen", RecordCodec.encode(record)));
        }
        return TransactWriteItem.builder().conditionCheck(check.build()).build();
    }

    private TransactWriteItem mended(ItemKey entry, @Nullable Image record) {
        if (record != null && ListEntries.of(record).contains(entry)) {
            Map<String, AttributeValue> item = Items.of(entry, RecordCodec.encode(record));
            return TransactWriteItem.builder()
                    .put(put -> put.tableName(table).item(item))
                    .build();
        }
        return TransactWriteItem.builder()
                .delete(delete -> delete.tableName(table).key(entry.attributes()))
                .build();
    }
}
