package io.pixport.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.Fresh;
import io.pixport.contracts.TestClock;
import io.pixport.contracts.metadata.Asking;
import io.pixport.contracts.metadata.MendListsContract;
import io.pixport.contracts.metadata.Records;
import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.Tag;
import io.pixport.core.port.MetadataRepository;
import io.pixport.core.usecase.MendLists;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What somebody else has left in the table; it is a table of its own, so that numbers can be told. */
final class ListMenderTest implements MendListsContract {
    private static final AwsClients CLIENTS = TestAws.apart();
    private static final Duration LONG = Duration.ofMinutes(10);

    private final DynamoDbMetadataRepository repository = TestAws.repository(CLIENTS);
    private final Records records = new Records();
    private final Tag tag = Fresh.tag();
    private final MendLists mendLists = new MendLists(repository, new TestClock(Fresh.instant()));

    @AfterAll
    static void close() {
        CLIENTS.close();
    }

    @Override
    public MetadataRepository repository() {
        return repository;
    }

    @Test
    void entriesOfNoImageAreRemoved() {
        ActiveImage image = records.active(tag);
        LoadedLists.load(CLIENTS, List.of(image), "");
        assertThat(tagged()).containsExactly(image);

        assertThat(mendLists.run(null, true, LONG).stray()).isEqualTo(5);
        assertThat(tagged()).containsExactly(image);
        assertMended(5, 0);

        assertThat(tagged()).isEmpty();
    }

    @Test
    void entriesThatAnImageLacksAreWritten() {
        ActiveImage image = records.active(tag);
        repository.save(image);
        ItemKey entry = new ItemKey(ListKey.userTag(records.owner(), tag), Place.of(image.uploadedAt(), image.id()));
        CLIENTS.dynamoDb().deleteItem(delete -> delete.tableName(table()).key(entry.attributes()));
        assertThat(tagged()).isEmpty();

        assertMended(0, 1);

        assertThat(tagged()).containsExactly(image);
    }

    @Test
    void entriesOfAnEarlierVersionAreReplacedOrRemoved() {
        ActiveImage before = records.active(tag, Fresh.tag());
        ActiveImage after = before.edit(before.details().withTags(List.of(tag)), records.now());
        repository.save(before);
        repository.update(before, after);
        LoadedLists.load(CLIENTS, List.of(before), "");

        assertMended(7, 0);

        assertThat(tagged()).containsExactly(after);
    }

    @Test
    void itGoesOnFromWhereItHasEnded() {
        List<ActiveImage> images = new ArrayList<>();
        for (int i = 0; i < 110; i++) {
            images.add(records.active(tag));
        }
        LoadedLists.load(CLIENTS, images, "");

        long stray = 0;
        int runs = 0;
        @Nullable String after = null;
        do {
            MendLists.Report report = mendLists.run(after, false, Duration.ZERO);
            stray += report.mended();
            after = report.next().orElse(null);
            runs++;
        } while (after != null);

        assertThat(runs).isGreaterThan(1);
        assertThat(stray).isEqualTo(5 * images.size());
        assertThat(tagged()).isEmpty();
    }

    @Test
    void whatIsNoImageIsLeftAlone() {
        ItemKey other = ItemKey.idempotency("a key");
        CLIENTS.dynamoDb().putItem(put -> put.tableName(table()).item(other.attributes()));

        assertMended(0, 0);

        assertThat(CLIENTS.dynamoDb()
                        .getItem(get -> get.tableName(table()).key(other.attributes()))
                        .item())
                .containsEntry(TableShape.PARTITION_KEY, AttributeValue.fromS(other.partition()));
    }

    private void assertMended(long stray, long lacking) {
        MendLists.Report first = mendLists.run(null, false, LONG);
        assertThat(first.stray()).isEqualTo(stray);
        assertThat(first.lacking()).isEqualTo(lacking);
        assertThat(first.mended()).isEqualTo(stray + lacking);
        MendLists.Report second = mendLists.run(null, false, LONG);
        assertThat(second.stray() + second.lacking()).isZero();
    }

    private List<ActiveImage> tagged() {
        return repository
                .list(Asking.of(records.owner()).tagged(tag).query(), null, 1000)
                .items();
    }

    private static String table() {
        return CLIENTS.config().table();
    }
}
