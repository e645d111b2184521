package io.pixport.aws;

import static io.pixport.aws.Trait.NONE;
import static io.pixport.aws.Trait.NONE_OR_UNSUPPORTED;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ContinuousBackupsUnavailableException;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryStatus;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.SSEDescription;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;
import software.amazon.awssdk.services.dynamodb.waiters.DynamoDbWaiter;

/** The table, trait by trait; all others presuppose the first. */
final class TableTraits {
    /** Of a table that has just been made, DynamoDB does not take backups at once. */
    private static final int BACKUP_ATTEMPTS = 30;

    private static final Duration BACKUP_PAUSE = Duration.ofSeconds(2);

    private final DynamoDbClient dynamoDb;
    private final String table;

    TableTraits(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    List<Trait> all() {
        return List.of(existence(), billing(), encryption(), timeToLive(), backups());
    }

    Trait existence() {
        CreateTableRequest creation = TableShape.creation(table);
        return new Trait(
                "table " + table,
                keys(creation.keySchema(), creation.attributeDefinitions()),
                this::keys,
                () -> create(creation));
    }

    private String keys() {
        try {
            TableDescription description = describe();
            if (description.tableStatus() == TableStatus.CREATING) {
                awaitCreation();
            }
            return keys(description.keySchema(), description.attributeDefinitions());
        } catch (ResourceNotFoundException e) {
            return NONE;
        }
    }

    /** Such as {@code keys pk (HASH, S), sk (RANGE, S)}. */
    private static String keys(List<KeySchemaElement> schema, List<AttributeDefinition> attributes) {
        return schema.stream()
                .map(key -> "%s (%s, %s)".formatted(key.attributeName(), key.keyType(), type(key, attributes)))
                .collect(Collectors.joining(", ", "keys ", ""));
    }

    private static String type(KeySchemaElement key, List<AttributeDefinition> attributes) {
        return attributes.stream()
                .filter(attribute -> attribute.attributeName().equals(key.attributeName()))
                .map(AttributeDefinition::attributeTypeAsString)
                .collect(Collectors.joining());
    }

    private void create(CreateTableRequest creation) {
        dynamoDb.createTable(creation);
        awaitCreation();
    }

    private void awaitCreation() {
        try (DynamoDbWaiter waiter = dynamoDb.waiter()) {
            waiter.waitUntilTableExists(describe -> describe.tableName(table));
        }
    }

    private Trait billing() {
        String onDemand = BillingMode.PAY_PER_REQUEST.toString();
        return trait(
                "billing",
                onDemand,
                () -> describe().billingModeSummary() == null
                        ? BillingMode.PROVISIONED.toString()
                        : describe().billingModeSummary().billingModeAsString(),
                () -> {});
    }

    private Trait encryption() {
        return trait(
                "encryption",
                "by KMS",
                () -> {
                    SSEDescription encryption = describe().sseDescription();
                    return encryption == null ? NONE_OR_UNSUPPORTED : "by " + encryption.sseTypeAsString();
                },
                () -> dynamoDb.updateTable(update -> update.tableName(table)
                        .sseSpecification(TableShape.creation(table).sseSpecification())));
    }

    private Trait timeToLive() {
        return trait(
                "time to live",
                "by " + TableShape.TIME_TO_LIVE,
                () -> {
                    TimeToLiveDescription ttl = dynamoDb.describeTimeToLive(describe -> describe.tableName(table))
                            .timeToLiveDescription();
                    boolean on = ttl.timeToLiveStatus() == TimeToLiveStatus.ENABLED
                            || ttl.timeToLiveStatus() == TimeToLiveStatus.ENABLING;
                    return on ? "by " + ttl.attributeName() : NONE;
                },
                () -> dynamoDb.updateTimeToLive(TableShape.timeToLive(table)));
    }

    private Trait backups() {
        String enabled = PointInTimeRecoveryStatus.ENABLED.toString();
        return trait(
                "point-in-time recovery",
                enabled,
                () -> {
                    String status = dynamoDb.describeContinuousBackups(describe -> describe.tableName(table))
                            .continuousBackupsDescription()
                            .pointInTimeRecoveryDescription()
                            .pointInTimeRecoveryStatusAsString();
                    return status.equals(enabled) ? enabled : NONE;
                },
                this::enableBackups);
    }

    private void enableBackups() {
        for (int attempt = 1; ; attempt++) {
            try {
                dynamoDb.updateContinuousBackups(TableShape.backups(table));
                return;
            } catch (ContinuousBackupsUnavailableException e) {
                if (attempt == BACKUP_ATTEMPTS) {
                    throw e;
                }
                pause(e);
            }
        }
    }

    private static void pause(ContinuousBackupsUnavailableException reason) {
        try {
            Thread.sleep(BACKUP_PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw reason;
        }
    }

    private TableDescription describe() {
        return dynamoDb.describeTable(describe -> describe.tableName(table)).table();
    }

    private Trait trait(String name, String expected, Supplier<String> found, Runnable create) {
        return new Trait("table " + table + ", " + name, expected, found, create);
    }
}
