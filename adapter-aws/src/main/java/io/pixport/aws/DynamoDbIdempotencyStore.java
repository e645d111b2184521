package io.pixport.aws;

import io.pixport.core.model.Sha256;
import io.pixport.core.port.IdempotencyStore;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * Keeps request keys beside the images, one item for each, written under conditions. A key is stored as its SHA-256, and
 * answers as they are.
 *
 * <p>DynamoDB removes an item some time, usually within days, after it counts for nothing any more; until then it is read
 * and passed over.
 */
public final class DynamoDbIdempotencyStore implements IdempotencyStore {
    private static final int MAX_KEY = 512;
    private static final int MAX_ANSWER = 65_536;
    /** Who is late with an answer still finds the claim, unless it was taken over. */
    private static final Duration LATE = Duration.ofDays(1);

    private static final String FINGERPRINT = "fingerprint";
    private static final String TOKEN = "token";
    private static final String ANSWER = "answer";
    private static final String UNTIL = "until";
    private static final String FREE = "attribute_not_exists(#pk) OR #until <= :now";
    private static final String MINE = "#token = :token AND attribute_not_exists(#answer)";

    private final DynamoDbClient client;
    private final String table;

    /**
     * @param client belongs to the caller, who closes it
     * @param table the name of a table that was provisioned
     */
    public DynamoDbIdempotencyStore(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public Claim claim(String key, Sha256 fingerprint, Instant now, Instant leaseEnd) {
        requireAtMost(MAX_KEY, "a key", key);
        long token = ThreadLocalRandom.current().nextLong();
        Map<String, AttributeValue> item =
                new HashMap<>(ItemKey.idempotency(key).attributes());
        item.put(FINGERPRINT, AttributeValue.fromS(fingerprint.hex()));
        item.put(TOKEN, number(token));
        item.put(UNTIL, seconds(leaseEnd));
        item.put(TableShape.TIME_TO_LIVE, wholeSeconds(leaseEnd.plus(LATE)));
        try {
            client.putItem(put -> put.tableName(table)
                    .item(item)
                    .conditionExpression(FREE)
                    .expressionAttributeNames(Map.of("#pk", TableShape.PARTITION_KEY, "#until", UNTIL))
                    .expressionAttributeValues(Map.of(":now", seconds(now)))
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return new Claim.Started(token);
        } catch (ConditionalCheckFailedException taken) {
            return standing(taken.item(), fingerprint, token);
        } catch (SdkException e) {
            throw AwsErrors.translate("claiming a request key", e);
        }
    }

    /** @param token of the claim that failed on what there is, which is its own item when the SDK sent it again */
    private static Claim standing(Map<String, AttributeValue> item, Sha256 fingerprint, long token) {
        Fields there = new Fields(AttributeValue.fromM(item));
        if (!there.text(FINGERPRINT).equals(fingerprint.hex())) {
            return new Claim.Mismatch();
        }
        String answer = there.textOrNull(ANSWER);
        if (answer != null) {
            return new Claim.Finished(answer);
        }
        return there.number(TOKEN) == token ? new Claim.Started(token) : new Claim.Running();
    }

    @Override
    public void finish(String key, Claim.Started claim, String answer, Instant keepUntil) {
        requireAtMost(MAX_ANSWER, "an answer", answer);
        try {
            client.updateItem(update -> update.tableName(table)
                    .key(ItemKey.idempotency(key).attributes())
                    .updateExpression("SET #answer = :answer, #until = :until, #ttl = :ttl")
                    .conditionExpression(MINE)
                    .expressionAttributeNames(Map.of(
                            "#token", TOKEN, "#answer", ANSWER, "#until", UNTIL, "#ttl", TableShape.TIME_TO_LIVE))
                    .expressionAttributeValues(Map.of(
                            ":token", number(claim.token()),
                            ":answer", AttributeValue.fromS(answer),
                            ":until", seconds(keepUntil),
                            ":ttl", wholeSeconds(keepUntil))));
        } catch (ConditionalCheckFailedException ended) {
            // taken over, or this call was made before
        } catch (SdkException e) {
            throw AwsErrors.translate("finishing a request key", e);
        }
    }

    @Override
    public void release(String key, Claim.Started claim) {
        try {
            client.deleteItem(delete -> delete.tableName(table)
                    .key(ItemKey.idempotency(key).attributes())
                    .conditionExpression(MINE)
                    .expressionAttributeNames(Map.of("#token", TOKEN, "#answer", ANSWER))
                    .expressionAttributeValues(Map.of(":token", number(claim.token()))));
        } catch (ConditionalCheckFailedException ended) {
            // taken over, or this call was made before
        } catch (SdkException e) {
            throw AwsErrors.translate("releasing a request key", e);
        }
    }

    private static void requireAtMost(int limit, String what, String text) {
        if (text.length() > limit) {
            throw new IllegalArgumentException(
                    "%s has at most %d characters, got %d".formatted(what, limit, text.length()));
        }
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    /** Since 1970, to the nanosecond. */
    private static AttributeValue seconds(Instant time) {
        BigDecimal seconds = BigDecimal.valueOf(time.getEpochSecond()).add(BigDecimal.valueOf(time.getNano(), 9));
        return AttributeValue.fromN(seconds.toPlainString());
    }

    /** Since 1970, as DynamoDB wants what it removes items by; never before the time. */
    private static AttributeValue wholeSeconds(Instant time) {
        return number(time.getEpochSecond() + 1);
    }
}
