package io.pixport.benchmarks;

import static software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity.TOTAL;

import io.pixport.aws.AwsClients;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectsRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/**
 * Remembers the requests that clients send one after the other, and the units that DynamoDB says they took, to send them
 * again to another bucket and table.
 */
final class AwsRequests implements ExecutionInterceptor {
    /** Of up to 1 KB; DynamoDB Local reports a transaction as if it had one item. */
    private static final int UNITS_OF_A_TRANSACTED_ITEM = 2;

    private final List<SdkRequest> requests = new ArrayList<>();
    private double readUnits;
    private double writeUnits;

    void clear() {
        requests.clear();
        readUnits = 0;
        writeUnits = 0;
    }

    long toDynamoDb() {
        return requests.stream().filter(DynamoDbRequest.class::isInstance).count();
    }

    long toS3() {
        return requests.size() - toDynamoDb();
    }

    double readUnits() {
        return readUnits;
    }

    double writeUnits() {
        return writeUnits;
    }

    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
        return switch (context.request()) {
            case GetItemRequest get ->
                get.toBuilder().returnConsumedCapacity(TOTAL).build();
            case QueryRequest query ->
                query.toBuilder().returnConsumedCapacity(TOTAL).build();
            default -> context.request();
        };
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        requests.add(context.request());
        switch (context.response()) {
            case GetItemResponse got -> readUnits += got.consumedCapacity().capacityUnits();
            case QueryResponse queried ->
                readUnits += queried.consumedCapacity().capacityUnits();
            default -> {}
        }
        if (context.request() instanceof TransactWriteItemsRequest transaction) {
            writeUnits +=
                    UNITS_OF_A_TRANSACTED_ITEM * transaction.transactItems().size();
        }
    }

    /** @param object the bytes of every object */
    void sendAgain(AwsClients clients, byte[] object) throws IOException {
        for (SdkRequest request : requests) {
            if (request instanceof DynamoDbRequest) {
                send(request, clients.dynamoDb(), clients.config().table());
            } else {
                send(request, clients.s3(), clients.config().bucket(), object);
            }
        }
    }

    private static void send(SdkRequest request, DynamoDbClient client, String table) {
        switch (request) {
            case GetItemRequest get ->
                client.getItem(get.toBuilder().tableName(table).build());
            case QueryRequest query ->
                client.query(query.toBuilder().tableName(table).build());
            case TransactWriteItemsRequest transaction ->
                client.transactWriteItems(transaction.toBuilder()
                        .transactItems(transaction.transactItems().stream()
                                .map(write -> at(table, write))
                                .toList())
                        .build());
            default -> throw unknown(request);
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

    private static void send(SdkRequest request, S3Client client, String bucket, byte[] object) throws IOException {
        switch (request) {
            case PutObjectRequest put ->
                client.putObject(put.toBuilder().bucket(bucket).build(), RequestBody.fromBytes(object));
            case GetObjectRequest get -> {
                try (InputStream bytes =
                        client.getObject(get.toBuilder().bucket(bucket).build())) {
                    bytes.transferTo(OutputStream.nullOutputStream());
                }
            }
            case DeleteObjectRequest delete ->
                client.deleteObject(delete.toBuilder().bucket(bucket).build());
            case DeleteObjectsRequest delete ->
                client.deleteObjects(delete.toBuilder().bucket(bucket).build());
            case ListObjectsV2Request list ->
                client.listObjectsV2(list.toBuilder().bucket(bucket).build());
            case ListMultipartUploadsRequest list ->
                client.listMultipartUploads(list.toBuilder().bucket(bucket).build());
            default -> throw unknown(request);
        }
    }

    private static IllegalStateException unknown(SdkRequest request) {
        return new IllegalStateException("not known: " + request.getClass());
    }
}
