package io.pixport.aws;

import io.pixport.core.model.ImageId;
import io.pixport.core.model.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Where an item is in the table.
 *
 * @param partition the partition key
 * @param sort the sort key
 */
record ItemKey(String partition, String sort) {

    /** Of the record of an image. */
    static ItemKey record(ImageId id) {
        return new ItemKey("IMAGE#" + id, "RECORD");
    }

    /** Of a request's key, which may be of any characters and longer than DynamoDB takes. */
    static ItemKey idempotency(String key) {
        byte[] digest = Sha256.newDigest().digest(key.getBytes(StandardCharsets.UTF_8));
        return new ItemKey("IDEMPOTENCY#" + Sha256.of(digest), "KEY");
    }

    static ItemKey of(Map<String, AttributeValue> item) {
        return new ItemKey(Items.text(item, TableShape.PARTITION_KEY), Items.text(item, TableShape.SORT_KEY));
    }

    /** @throws IllegalArgumentException when it is not of {@link #token} */
    static ItemKey of(String token) {
        String[] parts = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8).split("\n", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("no token of a key: " + token);
        }
        return new ItemKey(parts[0], parts[1]);
    }

    /** The key as one word of letters, digits, {@code -} and {@code _}. */
    String token() {
        byte[] bytes = (partition + "\n" + sort).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    Map<String, AttributeValue> attributes() {
        return Map.of(
                TableShape.PARTITION_KEY, AttributeValue.fromS(partition),
                TableShape.SORT_KEY, AttributeValue.fromS(sort));
    }
}
