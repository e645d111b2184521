package io.pixport.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pixport.contracts.Digests;
import io.pixport.contracts.Fresh;
import io.pixport.contracts.metadata.Asking;
import io.pixport.contracts.metadata.Records;
import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.Sha256;
import io.pixport.core.model.Tag;
import io.pixport.core.port.IdempotencyStore;
import io.pixport.core.port.IdempotencyStore.Claim;
import io.pixport.core.port.MetadataRepository;
import io.pixport.core.port.StorageException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** A write that took effect and whose answer was lost: it can be made again, by the SDK and by the caller. */
final class LostAnswersTest {
    private static final Loss LOSS = new Loss();
    private static final AwsClients CLIENTS = TestAws.watchedBy(LOSS);

    private final MetadataRepository losing = TestAws.repository(CLIENTS);
    private final MetadataRepository repository = TestAws.repository(TestAws.clients());
    private final Records records = new Records();
    private final Tag tag = Fresh.tag();

    @AfterAll
    static void close() {
        CLIENTS.close();
    }

    /** Loses the next answers, each when its request has taken effect. */
    private static final class Loss implements ExecutionInterceptor {
        private final AtomicInteger left = new AtomicInteger();

        @Override
        public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
            if (left.getAndUpdate(n -> Math.max(n - 1, 0)) > 0) {
                context.responseBody().ifPresent(Loss::close);
                throw SdkClientException.create("a failure was planned", new IOException("the answer is lost"));
            }
        }

        private static void close(InputStream body) {
            try {
                body.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** One is lost, and the SDK sends the request again by itself. */
    @Test
    void anAnswerThatIsLostOnceIsNotMissed() {
        ActiveImage first = records.active(tag);
        ActiveImage second = first.edit(first.details().withTitle("second"), records.now());

        LOSS.left.set(1);
        assertThat(losing.save(first)).isTrue();
        LOSS.left.set(1);
        assertThat(losing.update(first, second)).isTrue();
        assertThat(tagged()).containsExactly(second);
        LOSS.left.set(1);
        assertThat(losing.delete(second)).isTrue();

        assertThat(repository.find(first.id())).isEmpty();
        assertThat(tagged()).isEmpty();
    }

    @Test
    void aWriteWhoseAnswersAreAllLostIsAnOutageAndCanBeMadeAgain() {
        ActiveImage first = records.active(tag);
        ActiveImage second = first.edit(first.details().withTitle("second"), records.now());

        assertLost(() -> losing.save(first));
        assertThat(tagged()).containsExactly(first);
        assertThat(losing.save(first)).isTrue();

        assertLost(() -> losing.update(first, second));
        assertThat(tagged()).containsExactly(second);
        assertThat(losing.update(first, second)).isTrue();

        assertLost(() -> losing.delete(second));
        assertThat(tagged()).isEmpty();
        assertThat(losing.delete(second)).isTrue();
        assertThat(repository.find(first.id())).isEmpty();
    }

    @Test
    void anAnswerToAReadThatIsLostIsAnOutageAndNotAnAbsence() {
        ActiveImage image = records.active(tag);
        repository.save(image);

        assertLost(() -> losing.find(image.id()));
        assertLost(() -> losing.list(Asking.ofEverybody().tagged(tag).query(), null, 10));
    }

    @Test
    void whoClaimsAKeyKnowsTheClaimAgainWhoseAnswerWasLost() {
        IdempotencyStore store = TestAws.idempotencyStore(CLIENTS);
        String key = tag.value();
        Sha256 request = Digests.sha256(Fresh.bytes(10));
        Instant now = Fresh.instant();
        Instant leaseEnd = now.plusSeconds(60);

        LOSS.left.set(1);
        Claim claim = store.claim(key, request, "the intent", now, leaseEnd);
        assertThat(claim).isInstanceOf(Claim.Started.class);
        LOSS.left.set(1);
        store.finish(key, (Claim.Started) claim, "the answer", now.plusSeconds(3600));

        assertThat(store.claim(key, request, "the intent", now, leaseEnd)).isEqualTo(new Claim.Finished("the answer"));
    }

    private List<ActiveImage> tagged() {
        return repository
                .list(Asking.ofEverybody().tagged(tag).query(), null, 10)
                .items();
    }

    private static void assertLost(ThrowingCallable call) {
        LOSS.left.set(Integer.MAX_VALUE);
        assertThatThrownBy(call).isInstanceOfSatisfying(StorageException.class, e -> assertThat(e.retryMayHelp())
                .isTrue());
        LOSS.left.set(0);
    }
}
