package io.pixport.aws;

import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.UpdateContinuousBackupsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveRequest;

/**
 * What the table is like: two keys of text, no secondary index, paid by request, encrypted, restorable to any second of
 * the last 35 days, and rid of items some time after what their attribute {@code ttl} says.
 */
final class TableShape {
    static final String PARTITION_KEY = "pk";
    static final String SORT_KEY = "sk";
    static final String TIME_TO_LIVE = "ttl";

    private TableShape() {}

    static CreateTableRequest creation(String table) {
        return CreateTableRequest.builder()
                .tableName(table)
                .attributeDefinitions(text(PARTITION_KEY), text(SORT_KEY))
                .keySchema(key(PARTITION_KEY, KeyType.HASH), key(SORT_KEY, KeyType.RANGE))
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .sseSpecification(encryption -> encryption.enabled(true))
                .build();
    }

    /** To be sent once the table is active. */
    static UpdateTimeToLiveRequest timeToLive(String table) {
        return UpdateTimeToLiveRequest.builder()
                .tableName(table)
                .timeToLiveSpecification(ttl -> ttl.attributeName(TIME_TO_LIVE).enabled(true))
                .build();
    }

    /** To be sent once the table is active. */
    static UpdateContinuousBackupsRequest backups(String table) {
        return UpdateContinuousBackupsRequest.builder()
                .tableName(table)
                .pointInTimeRecoverySpecification(recovery -> recovery.pointInTimeRecoveryEnabled(true))
                .build();
    }

    private static AttributeDefinition text(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }
}
