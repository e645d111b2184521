package io.pixport.aws;

import io.pixport.core.model.ActiveImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Puts images into lists without their records, many at once: for tests that read nothing but lists. */
final class LoadedLists {
    private static final int BATCH = 25;

    private LoadedLists() {}

    /** @param lists what the names of the lists begin with; nothing for all that the images are in */
    static void load(AwsClients clients, List<ActiveImage> images, String lists) {
        List<WriteRequest> writes = new ArrayList<>();
        for (ActiveImage image : images) {
            AttributeValue record = RecordCodec.encode(image);
            ListEntries.of(image).stream()
                    .filter(key -> key.partition().startsWith(lists))
                    .map(key -> WriteRequest.builder()
                            .putRequest(put -> put.item(Items.of(key, record)))
                            .build())
                    .forEach(writes::add);
        }
        for (int i = 0; i < writes.size(); i += BATCH) {
            write(clients.dynamoDb(), clients.config().table(), writes.subList(i, Math.min(i + BATCH, writes.size())));
        }
    }

    private static void write(DynamoDbClient client, String table, List<WriteRequest> batch) {
        Map<String, List<WriteRequest>> left = Map.of(table, batch);
        while (!left.isEmpty()) {
            Map<String, List<WriteRequest>> next = left;
            left = client.batchWriteItem(request -> request.requestItems(next)).unprocessedItems();
        }
    }
}
