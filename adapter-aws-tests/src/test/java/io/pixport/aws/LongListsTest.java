package io.pixport.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.Fresh;
import io.pixport.contracts.metadata.Asking;
import io.pixport.contracts.metadata.Records;
import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.Tag;
import io.pixport.core.port.ImageQuery;
import io.pixport.core.port.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Lists that are longer than a page of the port, than a run of entries, and than the 1 MB that DynamoDB reads at once. */
final class LongListsTest {
    private static final int IMAGES = 1_100;

    private static final DynamoDbMetadataRepository REPOSITORY = TestAws.repository(TestAws.clients());
    private static final Records RECORDS = new Records();
    private static final Tag OF_ALL = Fresh.tag();
    private static final Tag OF_THE_LAST = Fresh.tag();
    private static final List<ActiveImage> OLDEST_FIRST = new ArrayList<>();

    /** Of 2 KB each, so that 1 MB has no more than some 500. */
    @BeforeAll
    static void fill() {
        String description = "d".repeat(1_000);
        for (int i = 0; i < IMAGES; i++) {
            ActiveImage plain = i == 0 ? RECORDS.active(OF_ALL, OF_THE_LAST) : RECORDS.active(OF_ALL);
            ActiveImage image = ActiveImage.uploaded(
                    plain.id(),
                    plain.owner(),
                    null,
                    plain.details().withDescription(description).withAltText(description),
                    plain.content());
            OLDEST_FIRST.add(image);
        }
        LoadedLists.load(TestAws.clients(), OLDEST_FIRST, "");
    }

    @Test
    void theLongestPageIsFullInEveryList() {
        List<ImageQuery> queries = List.of(
                Asking.of(RECORDS.owner()).query(),
                Asking.of(RECORDS.owner()).tagged(OF_ALL).query(),
                Asking.ofEverybody().tagged(OF_ALL).query(),
                Asking.ofEverybody()
                        .from(RECORDS.begin())
                        .until(RECORDS.now().plusMillis(1))
                        .query());

        assertThat(queries).allSatisfy(query -> {
            Page<ActiveImage> first = REPOSITORY.list(query, null, 1000);
            Page<ActiveImage> second = REPOSITORY.list(query, first.next().orElseThrow(), 1000);

            assertThat(first.items()).isEqualTo(OLDEST_FIRST.reversed().subList(0, 1000));
            assertThat(second.items()).isEqualTo(OLDEST_FIRST.reversed().subList(1000, IMAGES));
            assertThat(second.next()).isEmpty();
        });
    }

    @Test
    void whatPassesAFilterOnlyAtTheEndIsFound() {
        ImageQuery query =
                Asking.of(RECORDS.owner()).tagged(OF_ALL, OF_THE_LAST).query();

        assertThat(REPOSITORY.list(query, null, 10).items()).containsExactly(OLDEST_FIRST.getFirst());
    }

    @Test
    void whatPassesNoFilterIsAnEmptyPageAndNotAnEndlessOne() {
        ImageQuery query = Asking.of(RECORDS.owner()).without(OF_ALL).query();

        assertThat(REPOSITORY.list(query, null, 10).items()).isEmpty();
    }
}
