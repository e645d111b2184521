package io.pixport.aws;

import io.pixport.core.model.Image;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * Goes through a list, or through what several lists have in common, a run of entries at a time.
 *
 * <p>Of several lists one at a time is read, from where another has come to. Entries carry all of their image, so one that is
 * in all lists is known by itself, and no other list is asked whether it has it. Read on is the list that leads on fastest,
 * because it has the fewest entries; every other run tries the next of the lists, because that may change.
 */
final class ListWalk {
    private final DynamoDbClient client;
    private final String table;
    private final List<Pace> lists;
    private final Order order;
    private final Filter filter;
    private final Predicate<Image> belongs;
    private final int wanted;
    private final Queue<Entry> read = new ArrayDeque<>();
    private Span rest;
    private boolean atEnd;
    private int found;
    private int runs;

    /** Which way a list is gone through. */
    enum Order {
        OLDEST_FIRST,
        NEWEST_FIRST
    }

    /** @param place where it is in every list that it is in */
    record Entry(String place, Image image) {}

    /**
     * @param lists at least one
     * @param filter what DynamoDB leaves out
     * @param belongs tells what is wanted from what is not, also what is in all of several lists
     * @param wanted how many entries will be taken, as far as one can tell
     */
    ListWalk(
            DynamoDbClient client,
            String table,
            List<String> lists,
            Span span,
            Order order,
            Filter filter,
            Predicate<Image> belongs,
            int wanted) {
        this.client = client;
        this.table = table;
        this.lists = lists.stream().map(Pace::new).toList();
        this.rest = span;
        this.order = order;
        this.filter = filter;
        this.belongs = belongs;
        this.wanted = wanted;
    }

    /** The next entry, which stays the next one; null at the end. */
    @Nullable Entry peek() {
        while (read.isEmpty() && !atEnd && !rest.isEmpty()) {
            readRun();
        }
        return read.peek();
    }

    /** Goes on behind the next entry. */
    void skip() {
        read.remove();
    }

    private void readRun() {
        Pace fastest = Collections.max(lists, Comparator.comparingDouble(Pace::speed));
        Pace list = runs % 2 == 0 ? lists.get(runs / 2 % lists.size()) : fastest;
        runs++;
        int missing = found < wanted ? wanted - found : wanted;
        QueryRequest request = request(list.list(), list == fastest ? list.run(missing) : wanted);
        QueryResponse response = AwsErrors.translated("reading a list", () -> client.query(request));
        List<Entry> entries = response.items().stream().map(ListWalk::entry).toList();
        List<Entry> belonging =
                entries.stream().filter(entry -> belongs.test(entry.image())).toList();
        read.addAll(belonging);
        found += belonging.size();
        if (response.hasLastEvaluatedKey()) {
            String last = Items.text(response.lastEvaluatedKey(), TableShape.SORT_KEY);
            String first = entries.isEmpty() ? last : entries.get(0).place();
            list.note(response.scannedCount(), belonging.size(), Place.millisBetween(first, last));
            rest = order == Order.NEWEST_FIRST ? rest.olderThan(last) : rest.newerThan(last);
        } else {
            atEnd = true;
        }
    }

    private QueryRequest request(String list, int run) {
        Map<String, String> names = new HashMap<>(filter.names());
        names.put("#pk", TableShape.PARTITION_KEY);
        names.put("#sk", TableShape.SORT_KEY);
        Map<String, AttributeValue> values = new HashMap<>(filter.values());
        values.put(":list", AttributeValue.fromS(list));
        values.put(":from", AttributeValue.fromS(rest.from()));
        values.put(":to", AttributeValue.fromS(rest.to()));
        return QueryRequest.builder()
                .tableName(table)
                .consistentRead(true)
                .keyConditionExpression("#pk = :list AND #sk BETWEEN :from AND :to")
                .filterExpression(filter.isEmpty() ? null : filter.expression())
                .expressionAttributeNames(names)
                .expressionAttributeValues(values)
                .scanIndexForward(order == Order.OLDEST_FIRST)
                .limit(run)
                .build();
    }

    private static Entry entry(Map<String, AttributeValue> item) {
        return new Entry(Items.text(item, TableShape.SORT_KEY), Items.image(item));
    }
}
