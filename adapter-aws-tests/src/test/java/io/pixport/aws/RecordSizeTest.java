package io.pixport.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.Fresh;
import io.pixport.contracts.TestLimits;
import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.Dimensions;
import io.pixport.core.model.FileName;
import io.pixport.core.model.ImageContent;
import io.pixport.core.model.ImageDetails;
import io.pixport.core.model.ImageFormat;
import io.pixport.core.model.ImageIdGenerator;
import io.pixport.core.model.Limits;
import io.pixport.core.model.Sha256;
import io.pixport.core.model.Tag;
import io.pixport.core.model.UserId;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

final class RecordSizeTest {
    /** A letter of four bytes in UTF-8. */
    private static final String LETTER = "\uD801\uDC28";

    private static final Limits LIMITS = Limits.DEFAULTS;

    private static Limits limits(int titleLength, int tags, int userIdLength) {
        return TestLimits.but(Map.of("titleLength", titleLength, "tags", tags, "userIdLength", userIdLength));
    }

    /** An image that has all that the limits admit. */
    private static ActiveImage largest(Limits limits, int tagsFrom) {
        List<Tag> tags = IntStream.range(tagsFrom, tagsFrom + limits.tags())
                .mapToObj(i -> new Tag(LETTER.repeat(limits.tagLength() - 3) + (100 + i)))
                .toList();
        Map<String, String> custom = new LinkedHashMap<>();
        for (int i = 0; i < limits.customFields(); i++) {
            custom.put(
                    LETTER.repeat(limits.customNameLength() - 2) + (10 + i), LETTER.repeat(limits.customValueLength()));
        }
        ImageDetails details = new ImageDetails(
                LETTER.repeat(limits.titleLength()),
                LETTER.repeat(limits.descriptionLength()),
                LETTER.repeat(limits.altTextLength()),
                tags,
                custom);
        UserId owner = new UserId("u".repeat(limits.userIdLength()));
        FileName name = new FileName(LETTER.repeat(limits.fileNameLength()));
        ImageContent content = new ImageContent(
                ImageFormat.JPEG, Long.MAX_VALUE, new Dimensions(65_535, 65_535), 400, new Sha256("f".repeat(64)));
        return ActiveImage.uploaded(
                new ImageIdGenerator(Fresh::instant, new SecureRandom()).next(), owner, name, details, content);
    }

    /** As DynamoDB counts; numbers have at most a byte for each digit. */
    private static long size(AttributeValue value) {
        return switch (value.type()) {
            case S -> value.s().getBytes(StandardCharsets.UTF_8).length;
            case N -> value.n().length() + 1;
            case L ->
                3 + value.l().stream().mapToLong(element -> 1 + size(element)).sum();
            case M -> 3 + sizeOf(value.m()) + value.m().size();
            default -> throw new AssertionError(value.type());
        };
    }

    private static long sizeOf(Map<String, AttributeValue> attributes) {
        return attributes.entrySet().stream()
                .mapToLong(entry -> entry.getKey().length() + size(entry.getValue()))
                .sum();
    }

    @Test
    void noItemIsLargerThanTheBound() {
        Limits most = limits(LIMITS.titleLength(), DynamoDbMetadataRepository.MAX_TAGS, LIMITS.userIdLength());
        ActiveImage image = largest(most, 0);

        assertThat(ListEntries.of(image)).allSatisfy(key -> assertThat(sizeOf(Items.of(key, RecordCodec.encode(image))))
                .isLessThanOrEqualTo(RecordSize.largest(most)));
    }

    @Test
    void theLargestImageIsKeptAndAllOfItsTagsReplaced() {
        Limits most = limits(LIMITS.titleLength(), DynamoDbMetadataRepository.MAX_TAGS, LIMITS.userIdLength());
        DynamoDbMetadataRepository repository = TestAws.repository(TestAws.clients());
        ActiveImage image = largest(most, 0);
        ActiveImage edited = image.edit(largest(most, most.tags()).details(), Instant.EPOCH);

        assertThat(repository.save(image)).isTrue();
        assertThat(repository.update(image, edited)).isTrue();
        assertThat(repository.find(image.id())).contains(edited);
    }

    @Test
    void theLimitsOfAServerFit() {
        assertThat(DynamoDbMetadataRepository.obstacle(LIMITS)).isEmpty();
        assertThat(DynamoDbMetadataRepository.obstacle(
                        limits(LIMITS.titleLength(), DynamoDbMetadataRepository.MAX_TAGS, LIMITS.userIdLength())))
                .isEmpty();
    }

    @Test
    void limitsThatAdmitMoreThanDynamoDbTakesAreToldWithTheReason() {
        assertThat(DynamoDbMetadataRepository.obstacle(limits(200, 25, 128)))
                .contains("an image has at most 24 tags, because DynamoDB takes 100 items in one transaction");
        assertThat(DynamoDbMetadataRepository.obstacle(limits(200, 10, 2000)))
                .contains("the key of a user's list can have 2210 bytes, and DynamoDB takes 2048");
        assertThat(DynamoDbMetadataRepository.obstacle(limits(100_000, 0, 128)).orElseThrow())
                .startsWith("a record can have ")
                .endsWith(" bytes, and DynamoDB takes 409600");
        assertThat(DynamoDbMetadataRepository.obstacle(limits(50_000, 24, 128)).orElseThrow())
                .startsWith("a record with all its list entries can have ")
                .endsWith(" bytes, and DynamoDB takes 4194304");
    }
}
