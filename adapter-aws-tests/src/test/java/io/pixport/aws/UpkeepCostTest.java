package io.pixport.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.ImageMaker;
import io.pixport.contracts.TestClock;
import io.pixport.contracts.metadata.Records;
import io.pixport.contracts.store.BytesPayload;
import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.ImageFormat;
import io.pixport.core.model.TrashedImage;
import io.pixport.core.port.ImageStore;
import io.pixport.core.port.ObjectKey;
import io.pixport.core.usecase.Purge;
import io.pixport.core.usecase.PurgeExpired;
import io.pixport.core.usecase.Reconcile;
import io.pixport.core.usecase.Reconcile.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How many requests what runs by itself makes; docs/cost.md states them for 1,000 images. */
final class UpkeepCostTest {
    /** As many as there can be without a second one. */
    private static final int WINDOW = 999;

    private static final Duration GRACE = Duration.ofHours(2);

    private final RequestCounter counter = new RequestCounter();
    private final AwsClients clients = TestAws.apart(counter);
    private final ImageStore store = TestAws.store(clients);
    private final DynamoDbMetadataRepository repository = TestAws.repository(clients);
    private final Records records = new Records();

    @AfterEach
    void close() {
        clients.close();
    }

    @Test
    void aWindowOfImagesIsReconciledInSevenRequestsAndOneForWhatIsMissing() {
        List<ActiveImage> images = records.actives(WINDOW);
        LoadedLists.load(clients, images, "FEED#");
        byte[] bytes = ImageMaker.png(50, 50);
        images.forEach(image -> store.put(ObjectKey.of(image.id()), new BytesPayload(bytes), ImageFormat.PNG));
        Reconcile reconcile = new Reconcile(store, repository, clockAfter(GRACE), GRACE);
        counter.clear();

        Reconcile.Report report = reconcile.run(Scope.EVERYTHING);

        assertThat(report.objects()).isEqualTo(report.images()).isEqualTo(WINDOW);
        assertThat(report.missing()).isEmpty();
        assertThat(requests()).isEqualTo(Map.of("ListObjectsV2", 2L, "ListMultipartUploads", 1L, "Query", 1 + 4L));
    }

    @Test
    void aHundredImagesArePurgedInTwoHundredTransactionsAndFiveOtherRequests() {
        List<TrashedImage> trashed = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            trashed.add(records.trashed());
        }
        trashed.forEach(repository::save);
        TestClock clock = clockAfter(Records.RETENTION);
        PurgeExpired purge =
                new PurgeExpired(repository, new Purge(store, repository, clock, Duration.ofMinutes(10)), clock);
        counter.clear();

        PurgeExpired.Report report = purge.run();

        assertThat(report.purged()).isEqualTo(100);
        assertThat(requests()).isEqualTo(Map.of("Query", 4L, "DeleteObjects", 1L, "TransactWriteItems", 200L));
    }

    private TestClock clockAfter(Duration duration) {
        return new TestClock(records.now().plus(duration).plusSeconds(1));
    }

    private Map<String, Long> requests() {
        return counter.operations().stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
}
