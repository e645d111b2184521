package io.pixport.benchmarks;

import io.pixport.aws.AwsClients;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/** Remembers the requests that clients are given, to send them again to another bucket and table. */
final class AwsRequests implements ExecutionInterceptor {
    private final List<SdkRequest> requests = new ArrayList<>();

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        requests.add(context.request());
    }

    void clear() {
        requests.clear();
    }

    /** @param object the bytes of every object */
    void sendAgain(AwsClients clients, byte[] object) {
        for (SdkRequest request : requests) {
            send(request, clients, object);
        }
    }

    private static void send(SdkRequest request, AwsClients clients, byte[] object) {
        String table = clients.config().table();
        switch (request) {
            case PutObjectRequest put ->
                clients.s3()
                        .putObject(
                                put.toBuilder()
                                        .bucket(clients.config().bucket())
                                        .build(),
                                RequestBody.fromBytes(object));
            case GetItemRequest get ->
                clients.dynamoDb().getItem(get.toBuilder().tableName(table).build());
            case QueryRequest query ->
                clients.dynamoDb().query(query.toBuilder().tableName(table).build());
            case TransactWriteItemsRequest transaction ->
                clients.dynamoDb()
                        .transactWriteItems(transaction.toBuilder()
                                .transactItems(transaction.transactItems().stream()
                                        .map(write -> at(table, write))
                                        .toList())
                                .build());
            default -> throw new IllegalStateException("not known: " + request.getClass());
        }
    }

    private static TransactWriteItem at(String table, TransactWriteItem write) {
        return write.put() == null
                ? write.toBuilder()
                        .delete(write.delete().toBuilder().tableName(table).build())
                        .build()
                : write.toBuilder()
                        .put(write.put().toBuilder().tableName(table).build())
                        .build();
    }
}
