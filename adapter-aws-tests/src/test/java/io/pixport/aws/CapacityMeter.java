package io.pixport.aws;

import static software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity.TOTAL;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** Has DynamoDB say what each call consumed, and notes it with the names of the calls to S3. Safe for many threads. */
final class CapacityMeter implements ExecutionInterceptor {
    /**
     * Of up to 1 KB. DynamoDB Local reports a transaction as if it had one item, so transactions are counted by the rule of
     * the DynamoDB Developer Guide, "Capacity management for transactions".
     */
    private static final int UNITS_OF_A_TRANSACTED_ITEM = 2;

    private final List<Call> calls = new ArrayList<>();

    /**
     * What one call took.
     *
     * @param units request units of DynamoDB; 0 for S3
     */
    record Call(String operation, double units) {}

    /** What calls took together. */
    record Bill(List<Call> calls) {
        private static final Set<String> READS = Set.of("GetItem", "Query");

        List<String> operations() {
            return calls.stream().map(Call::operation).toList();
        }

        double readUnits() {
            return units(call -> READS.contains(call.operation()));
        }

        double writeUnits() {
            return units(call -> !READS.contains(call.operation()));
        }

        private double units(Predicate<Call> which) {
            return calls.stream().filter(which).mapToDouble(Call::units).sum();
        }
    }

    /** What the action takes, while nothing else is done by the same clients. */
    synchronized Bill of(Runnable action) {
        calls.clear();
        action.run();
        return new Bill(List.copyOf(calls));
    }

    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
        return switch (context.request()) {
            case GetItemRequest get ->
                get.toBuilder().returnConsumedCapacity(TOTAL).build();
            case QueryRequest query ->
                query.toBuilder().returnConsumedCapacity(TOTAL).build();
            case PutItemRequest put ->
                put.toBuilder().returnConsumedCapacity(TOTAL).build();
            case UpdateItemRequest update ->
                update.toBuilder().returnConsumedCapacity(TOTAL).build();
            default -> context.request();
        };
    }

    @Override
    public synchronized void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        String operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
        calls.add(new Call(
                operation,
                context.request() instanceof TransactWriteItemsRequest transaction
                        ? UNITS_OF_A_TRANSACTED_ITEM
                                * transaction.transactItems().size()
                        : units(context.response())));
    }

    /** What finds nothing is a request as well. */
    @Override
    public synchronized void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
        calls.add(new Call(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME), 0));
    }

    private static double units(SdkResponse response) {
        return switch (response) {
            case GetItemResponse got -> got.consumedCapacity().capacityUnits();
            case QueryResponse queried -> queried.consumedCapacity().capacityUnits();
            case PutItemResponse put -> put.consumedCapacity().capacityUnits();
            case UpdateItemResponse updated -> updated.consumedCapacity().capacityUnits();
            default -> 0;
        };
    }
}
