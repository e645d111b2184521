package io.pixport.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pixport.contracts.AtOnce;
import io.pixport.contracts.Fresh;
import io.pixport.contracts.metadata.Asking;
import io.pixport.contracts.metadata.Records;
import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.Limits;
import io.pixport.core.model.Tag;
import io.pixport.core.port.MetadataRepository;
import io.pixport.core.port.StorageException;
import io.pixport.core.usecase.Outcome;
import io.pixport.core.usecase.UpdateImage;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Several writers on one image, and several servers on one table. */
final class ContentionTest {
    private static final Conflicts CONFLICTS = new Conflicts();
    private static final AwsClients OTHER_SERVER = TestAws.watchedBy(CONFLICTS);

    private final MetadataRepository repository = TestAws.repository(TestAws.clients());
    private final MetadataRepository otherServers = TestAws.repository(OTHER_SERVER);
    private final Records records = new Records();

    @AfterAll
    static void close() {
        OTHER_SERVER.close();
    }

    /** Cancels transactions as DynamoDB does while another one writes one of their items. */
    private static final class Conflicts implements ExecutionInterceptor {
        private final AtomicInteger left = new AtomicInteger();

        @Override
        public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
            if (context.request() instanceof TransactWriteItemsRequest && left.getAndDecrement() > 0) {
                throw TransactionCanceledException.builder()
                        .statusCode(400)
                        .cancellationReasons(
                                CancellationReason.builder().code("None").build(),
                                CancellationReason.builder()
                                        .code("TransactionConflict")
                                        .build())
                        .build();
            }
        }
    }

    @Test
    void fourWritersOnTwoServersAllGetTheirChangeIn() {
        ActiveImage image = records.active();
        repository.save(image);
        List<Tag> tags = List.of(Fresh.tag(), Fresh.tag(), Fresh.tag(), Fresh.tag());

        List<Outcome<ActiveImage>> outcomes =
                AtOnce.call(4, i -> tagging(i % 2 == 0 ? repository : otherServers, image, tags.get(i)));

        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Outcome.Done.class));
        ActiveImage last = (ActiveImage) repository.find(image.id()).orElseThrow();
        assertThat(last.version()).isEqualTo(5);
        assertThat(last.details().tags()).containsExactlyInAnyOrderElementsOf(tags);
        assertThat(tags).allSatisfy(tag -> assertThat(repository
                        .list(Asking.ofEverybody().tagged(tag).query(), null, 10)
                        .items())
                .containsExactly(last));
    }

    private static Outcome<ActiveImage> tagging(MetadataRepository server, ActiveImage image, Tag tag) {
        return new UpdateImage(server, InstantSource.system(), Limits.DEFAULTS)
                .update(image.id(), null, null, details -> {
                    List<Tag> more = new ArrayList<>(details.tags());
                    more.add(tag);
                    return details.withTags(more);
                });
    }

    @Test
    void whatOneServerWroteAnotherReadsAtOnce() {
        for (int i = 0; i < 20; i++) {
            Tag tag = Fresh.tag();
            ActiveImage image = records.active(tag);

            repository.save(image);

            assertThat(otherServers.find(image.id())).contains(image);
            assertThat(otherServers
                            .list(Asking.ofEverybody().tagged(tag).query(), null, 10)
                            .items())
                    .containsExactly(image);

            otherServers.delete(image);

            assertThat(repository.find(image.id())).isEmpty();
            assertThat(repository
                            .list(Asking.ofEverybody().tagged(tag).query(), null, 10)
                            .items())
                    .isEmpty();
        }
    }

    @Test
    void aWriteInConflictWithAnotherIsTriedAgain() {
        ActiveImage image = records.active(Fresh.tag());
        CONFLICTS.left.set(3);

        assertThat(otherServers.save(image)).isTrue();

        assertThat(repository.find(image.id())).contains(image);
    }

    @Test
    void aWriteInConflictForLongIsAnOutageAndNothingIsDone() {
        ActiveImage image = records.active(Fresh.tag());
        CONFLICTS.left.set(Integer.MAX_VALUE);

        assertThatThrownBy(() -> otherServers.save(image))
                .isInstanceOfSatisfying(StorageException.class, e -> assertThat(e.retryMayHelp())
                        .isTrue());

        CONFLICTS.left.set(0);
        assertThat(repository.find(image.id())).isEmpty();
        assertThatCode(() -> otherServers.save(image)).doesNotThrowAnyException();
    }
}
