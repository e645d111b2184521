package io.pixport.aws;

import io.pixport.core.model.Image;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * Goes through a list, or through what several lists have in common, a run of entries at a time.
 *
 * <p>Of several lists each in turn is read from where the one before has come to, and is filtered by what makes an entry
 * belong to the others: entries carry all of their image, so none of the others is asked whether it has it. Whichever is
 * the shortest lets all the others skip what it has not, so as many times the shortest is read as there are lists, at most.
 */
final class ListWalk {
    /** How many entries DynamoDB is let read at once; it also stops at 1 MB. */
    private static final int LONGEST_RUN = 1000;

    private final DynamoDbClient client;
    private final String table;
    private final List<String> lists;
    private final Order order;
    private final Filter filter;
    private final Queue<Entry> read = new ArrayDeque<>();
    private Span rest;
    private boolean atEnd;
    private int run;
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
     * @param filter what all entries have to pass, and of several lists also what those have to that are in all of them
     * @param firstRun how many entries to read at first, twice as many each time after that
     */
    ListWalk(
            DynamoDbClient client,
            String table,
            List<String> lists,
            Span span,
            Order order,
            Filter filter,
            int firstRun) {
        this.client = client;
        this.table = table;
        this.lists = lists;
        this.rest = span;
        this.order = order;
        this.filter = filter;
        this.run = firstRun;
    }

    /** The next entry, which stays the next one; null at the end. */
    @Nullable Entry peek() {
        while (read.isEmpty() && !atEnd && !rest.isEmpty()) {
            readRun(lists.get(runs++ % lists.size()));
        }
        return read.peek();
    }

    /** Goes on behind the next entry. */
    void skip() {
        read.remove();
    }

    private void readRun(String list) {
        QueryResponse response = AwsErrors.translated("reading a list", () -> client.query(request(list)));
        response.items().forEach(item -> read.add(new Entry(place(item), Items.image(item))));
        if (response.hasLastEvaluatedKey()) {
            String last = place(response.lastEvaluatedKey());
            rest = order == Order.NEWEST_FIRST ? rest.olderThan(last) : rest.newerThan(last);
        } else {
            atEnd = true;
        }
        run = Math.min(2 * run, LONGEST_RUN);
    }

    private QueryRequest request(String list) {
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

    private static String place(Map<String, AttributeValue> item) {
        return Items.text(item, TableShape.SORT_KEY);
    }
}
