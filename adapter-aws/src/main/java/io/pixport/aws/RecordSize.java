package io.pixport.aws;

import io.pixport.core.model.Limits;
import java.util.Optional;

/**
 * How large records can get under limits, in bytes, and whether DynamoDB takes them.
 *
 * <p>Sources: "DynamoDB item sizes and formats" and "Service, account, and table quotas" of the DynamoDB Developer Guide.
 */
final class RecordSize {
    private static final long MAX_ITEM = 400 * 1024;
    private static final long MAX_TRANSACTION = 4 * 1024 * 1024;
    private static final long MAX_PARTITION_KEY = 2048;

    /** Of one character in UTF-8. */
    private static final long CHARACTER = 4;

    private static final long ELEMENT = 1;
    private static final long LIST = 3;

    /** Names of attributes, times, numbers, the digest, the sort key, and what the partition key has besides. */
    private static final long ALL_ELSE = 1024;

    private static final long OF_COPIES = "SHA256#".length() + 64L;

    private RecordSize() {}

    /** Why not all records that the limits admit can be kept; empty when they can. */
    static Optional<String> obstacle(Limits limits) {
        if (limits.tags() > DynamoDbMetadataRepository.MAX_TAGS) {
            return Optional.of("an image has at most %d tags, because DynamoDB takes 100 items in one transaction"
                    .formatted(DynamoDbMetadataRepository.MAX_TAGS));
        }
        if (partitionKey(limits) > MAX_PARTITION_KEY) {
            return tooMuch("the key of a user's list", partitionKey(limits), MAX_PARTITION_KEY);
        }
        if (largest(limits) > MAX_ITEM) {
            return tooMuch("a record", largest(limits), MAX_ITEM);
        }
        return largestTransaction(limits) > MAX_TRANSACTION
                ? tooMuch("a record with all its list entries", largestTransaction(limits), MAX_TRANSACTION)
                : Optional.empty();
    }

    private static Optional<String> tooMuch(String what, long size, long max) {
        return Optional.of("%s can have %d bytes, and DynamoDB takes %d".formatted(what, size, max));
    }

    /** A bound of the bytes of one item with the record. */
    static long largest(Limits limits) {
        long texts = CHARACTER
                * ((long) limits.titleLength()
                        + limits.descriptionLength()
                        + limits.altTextLength()
                        + limits.fileNameLength());
        long tags = limits.tags() * (CHARACTER * limits.tagLength() + ELEMENT);
        long pair = CHARACTER * ((long) limits.customNameLength() + limits.customValueLength()) + LIST + 3 * ELEMENT;
        return texts + tags + limits.customFields() * pair + limits.userIdLength() + partitionKey(limits) + ALL_ELSE;
    }

    /** The record, the one that was seen, and an entry in each list; entries that go are keys only. */
    private static long largestTransaction(Limits limits) {
        long entries = 3 + 2L * limits.tags();
        return (2 + entries) * largest(limits) + entries * (partitionKey(limits) + ALL_ELSE);
    }

    private static long partitionKey(Limits limits) {
        long ofTag = "TAG#".length() + CHARACTER * limits.tagLength();
        return "USER##".length() + limits.userIdLength() + Math.max(ofTag, OF_COPIES);
    }
}
