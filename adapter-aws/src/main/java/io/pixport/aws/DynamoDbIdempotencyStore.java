package io.pixport.aws;

import io.pixport.core.model.Sha256;
import io.pixport.core.port.IdempotencyStore;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
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
    private static final int MAX_INTENT = 128;
    /** Who is late with an answer still finds the claim, unless it was taken over. */
    private static final Duration LATE = Duration.ofDays(1);

    private static final String FINGERPRINT = "fingerprint";
    private static final String TOKEN = "token";
    private static final String INTENT = "intent";
    private static final String ANSWER = "answer";
    private static final String UNTIL = "until";
    private static final String GIVEN_UP =
            "#until <= :now AND attribute_not_exists(#answer) AND #fingerprint = :fingerprint";
    private static final String FREE = "attribute_not_exists(#until)"
            + " OR (#until <= :now AND (attribute_exists(#answer) OR #fingerprint <> :fingerprint))";
    /** What the two look at. */
    private static final Map<String, String> STANDING =
            Map.of("#until", UNTIL, "#answer", ANSWER, "#fingerprint", FINGERPRINT);

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
    public Claim claim(String key, Sha256 fingerprint, String intent, Instant now, Instant leaseEnd) {
        requireAtMost(MAX_KEY, "a key", key);
        requireAtMost(MAX_INTENT, "an intent", intent);
        long token = ThreadLocalRandom.current().nextLong();
        return AwsErrors.translated(
                "claiming a request key",
                () -> claim(new Request(ItemKey.idempotency(key), fingerprint, token, now, leaseEnd), intent));
    }

    /** What a claim of a key is about. */
    private record Request(ItemKey key, Sha256 fingerprint, long token, Instant now, Instant leaseEnd) {
        Map<String, AttributeValue> item(String intent) {
            Map<String, AttributeValue> item = new HashMap<>(key.attributes());
            item.put(FINGERPRINT, AttributeValue.fromS(fingerprint.hex()));
            item.put(TOKEN, number(token));
            item.put(INTENT, AttributeValue.fromS(intent));
            item.put(UNTIL, seconds(leaseEnd));
            item.put(TableShape.TIME_TO_LIVE, wholeSeconds(leaseEnd.plus(LATE)));
            return item;
        }

        Map<String, AttributeValue> values() {
            return Map.of(":now", seconds(now), ":fingerprint", AttributeValue.fromS(fingerprint.hex()));
        }
    }

    private Claim claim(Request request, String intent) {
        try {
            client.putItem(put -> put.tableName(table)
                    .item(request.item(intent))
                    .conditionExpression(FREE)
                    .expressionAttributeNames(STANDING)
                    .expressionAttributeValues(request.values())
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return new Claim.Started(request.token(), intent);
        } catch (ConditionalCheckFailedException taken) {
            return standing(taken.item(), request).orElseGet(() -> takenOver(request, intent));
        }
    }

    /** How a key stands that is taken; empty when what there is was given up by the same request. */
    private static Optional<Claim> standing(Map<String, AttributeValue> item, Request request) {
        Fields there = new Fields(AttributeValue.fromM(item));
        if (!there.text(FINGERPRINT).equals(request.fingerprint().hex())) {
            return Optional.of(new Claim.Mismatch());
        }
        String answer = there.textOrNull(ANSWER);
        if (answer != null) {
            return Optional.of(new Claim.Finished(answer));
        }
        if (there.number(TOKEN) == request.token()) {
            // The SDK has sent this very claim again.
            return Optional.of(new Claim.Started(request.token(), there.text(INTENT)));
        }
        boolean isAtWork = there.decimal(UNTIL).compareTo(sinceEpoch(request.now())) > 0;
        return isAtWork ? Optional.of(new Claim.Running()) : Optional.empty();
    }

    /** By an update, which leaves the intent as it is in this very moment. */
    private Claim takenOver(Request request, String intent) {
        Map<String, AttributeValue> values = new HashMap<>(request.values());
        values.put(":token", number(request.token()));
        values.put(":until", seconds(request.leaseEnd()));
        values.put(":ttl", wholeSeconds(request.leaseEnd().plus(LATE)));
        Map<String, String> names = new HashMap<>(STANDING);
        names.put("#token", TOKEN);
        names.put("#ttl", TableShape.TIME_TO_LIVE);
        try {
            Map<String, AttributeValue> item = client.updateItem(update -> update.tableName(table)
                            .key(request.key().attributes())
                            .updateExpression("SET #token = :token, #until = :until, #ttl = :ttl")
                            .conditionExpression(GIVEN_UP)
                            .expressionAttributeNames(names)
                            .expressionAttributeValues(values)
                            .returnValues(ReturnValue.ALL_NEW))
                    .attributes();
            return new Claim.Started(request.token(), Items.text(item, INTENT));
        } catch (ConditionalCheckFailedException somebodyWasFaster) {
            return claim(request, intent);
        }
    }

    @Override
    public boolean intend(String key, Claim.Started claim, String intent) {
        requireAtMost(MAX_INTENT, "an intent", intent);
        return isStillMine(
                "noting what a request intends",
                key,
                claim,
                "SET #intent = :intent",
                Map.of("#intent", INTENT),
                Map.of(":intent", AttributeValue.fromS(intent)));
    }

    @Override
    public void finish(String key, Claim.Started claim, String answer, Instant keepUntil) {
        requireAtMost(MAX_ANSWER, "an answer", answer);
        isStillMine(
                "finishing a request key",
                key,
                claim,
                "SET #answer = :answer, #until = :until, #ttl = :ttl",
                Map.of("#until", UNTIL, "#ttl", TableShape.TIME_TO_LIVE),
                Map.of(
                        ":answer", AttributeValue.fromS(answer),
                        ":until", seconds(keepUntil),
                        ":ttl", wholeSeconds(keepUntil)));
    }

    @Override
    public void release(String key, Claim.Started claim, Instant now) {
        isStillMine(
                "releasing a request key",
                key,
                claim,
                "SET #until = :now, #token = :nobody",
                Map.of("#until", UNTIL),
                Map.of(":now", seconds(now), ":nobody", number(claim.token() + 1)));
    }

    /** Changes the item of a claim; false when it was taken over, or has been ended. */
    private boolean isStillMine(
            String what,
            String key,
            Claim.Started claim,
            String change,
            Map<String, String> moreNames,
            Map<String, AttributeValue> moreValues) {
        Map<String, String> names = new HashMap<>(moreNames);
        names.put("#token", TOKEN);
        names.put("#answer", ANSWER);
        Map<String, AttributeValue> values = new HashMap<>(moreValues);
        values.put(":token", number(claim.token()));
        return AwsErrors.translated(what, () -> {
            try {
                client.updateItem(update -> update.tableName(table)
                        .key(ItemKey.idempotency(key).attributes())
                        .updateExpression(change)
                        .conditionExpression(MINE)
                        .expressionAttributeNames(names)
                        .expressionAttributeValues(values));
                return true;
            } catch (ConditionalCheckFailedException ended) {
                return false;
            }
        });
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

    private static AttributeValue seconds(Instant time) {
        return AttributeValue.fromN(sinceEpoch(time).toPlainString());
    }

    /** In seconds, to the nanosecond. */
    private static BigDecimal sinceEpoch(Instant time) {
        return BigDecimal.valueOf(time.getEpochSecond()).add(BigDecimal.valueOf(time.getNano(), 9));
    }

    /** Since 1970, as DynamoDB wants what it removes items by; never before the time. */
    private static AttributeValue wholeSeconds(Instant time) {
        return number(time.getEpochSecond() + 1);
    }
}
