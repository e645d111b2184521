package io.pixport.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.pixport.contracts.Fresh;
import io.pixport.contracts.metadata.Asking;
import io.pixport.contracts.metadata.Records;
import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.FileName;
import io.pixport.core.model.ImageDetails;
import io.pixport.core.model.Limits;
import io.pixport.core.model.Tag;
import io.pixport.core.model.UserId;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the limits of images come to within the limits of DynamoDB. */
final class TableLimitsTest {
    private static final int ITEM = 400 << 10;
    private static final int TRANSACTION = 4 << 20;
    private static final Limits LIMITS = Limits.DEFAULTS;
    /** Of four bytes, and a letter. */
    private static final String WIDEST = "𐐨";

    private final DynamoDbMetadataRepository repository = TestAws.repository(TestAws.clients());
    private final Records records = new Records();

    @Test
    void theLargestRecordIsFarFromTheLargestItemAndItsChangeFromTheLargestTransaction() {
        ActiveImage largest = largest(0);
        assertThat(LIMITS.check(largest.owner(), largest.fileName(), largest.details()))
                .isEmpty();

        int bytes = RecordCodec.encode(largest).toString().getBytes(StandardCharsets.UTF_8).length;
        int carriers = 1 + ListEntries.of(largest).size();

        assertThat(bytes).isLessThan(ITEM / 4);
        assertThat(carriers * bytes).isLessThan(TRANSACTION);
    }

    @Test
    void theLargestRecordIsSavedChangedInEverythingAndDeleted() {
        ActiveImage first = largest(0);
        ActiveImage second = first.edit(largest(1).details(), records.now());

        assertThat(repository.save(first)).isTrue();
        assertThat(repository.find(first.id())).contains(first);
        assertThat(repository.update(first, second)).isTrue();
        assertThat(repository.find(first.id())).contains(second);
        assertThat(repository.delete(second)).isTrue();
        assertThat(repository.find(first.id())).isEmpty();
    }

    @Test
    void theDefaultNumberOfTagsFits() {
        assertThat(LIMITS.tags()).isLessThanOrEqualTo(DynamoDbMetadataRepository.MAX_TAGS);
    }

    @Test
    void asManyTagsAsThereCanBeAreAllReplacedInOneTransaction() {
        ActiveImage first = records.active(freshTags());
        ActiveImage second = first.edit(first.details().withTags(List.of(freshTags())), records.now());
        repository.save(first);

        assertThat(repository.update(first, second)).isTrue();

        assertThat(first.details().tags())
                .allSatisfy(tag -> assertThat(tagged(tag)).isEmpty());
        assertThat(second.details().tags())
                .allSatisfy(tag -> assertThat(tagged(tag)).containsExactly(second));
    }

    @Test
    void moreTagsAreRefusedAndNothingIsDone() {
        ActiveImage image = records.active(freshTags());
        List<Tag> tooMany = Stream.concat(image.details().tags().stream(), Stream.of(Fresh.tag()))
                .toList();
        ActiveImage tagged = image.edit(image.details().withTags(tooMany), records.now());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> repository.save(records.active(tooMany.toArray(Tag[]::new))));
        repository.save(image);
        assertThatIllegalArgumentException().isThrownBy(() -> repository.update(image, tagged));

        assertThat(repository.find(image.id())).contains(image);
    }

    private List<ActiveImage> tagged(Tag tag) {
        return repository
                .list(Asking.ofEverybody().tagged(tag).query(), null, 10)
                .items();
    }

    private static Tag[] freshTags() {
        return Stream.generate(Fresh::tag)
                .limit(DynamoDbMetadataRepository.MAX_TAGS)
                .toArray(Tag[]::new);
    }

    /** @param number 0 to 9: no two have a tag in common */
    private ActiveImage largest(int number) {
        Map<String, String> custom = new LinkedHashMap<>();
        for (int i = 0; i < LIMITS.customFields(); i++) {
            custom.put(widest(LIMITS.customNameLength(), i), widest(LIMITS.customValueLength(), i));
        }
        ImageDetails details = new ImageDetails(
                widest(LIMITS.titleLength(), number),
                widest(LIMITS.descriptionLength(), number),
                widest(LIMITS.altTextLength(), number),
                IntStream.range(0, LIMITS.tags())
                        .mapToObj(i -> new Tag(widest(LIMITS.tagLength(), 10 * number + i)))
                        .toList(),
                custom);
        UserId owner = new UserId(records.owner()
                + "u".repeat(LIMITS.userIdLength() - records.owner().value().length()));
        ActiveImage sample = records.active();
        return ActiveImage.uploaded(
                sample.id(), owner, new FileName(widest(LIMITS.fileNameLength(), 0)), details, sample.content());
    }

    private static String widest(int length, int number) {
        return WIDEST.repeat(length - 2) + "%02d".formatted(number);
    }
}
