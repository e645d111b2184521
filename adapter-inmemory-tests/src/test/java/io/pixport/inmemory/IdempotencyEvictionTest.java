package io.pixport.inmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.pixport.core.model.Sha256;
import io.pixport.core.port.IdempotencyStore.Claim;
import io.pixport.core.port.StorageException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class IdempotencyEvictionTest {
    private static final Instant NOW = Instant.parse("2026-02-11T10:30:00Z");
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Sha256 REQUEST = new Sha256("0".repeat(64));

    private final InMemoryIdempotencyStore store = new InMemoryIdempotencyStore(3, 1000);

    @Test
    void dropsTheAnswerThatWouldGoTheSoonestWhenThereAreTooManyKeys() {
        answer("late", Duration.ofHours(3));
        answer("soon", Duration.ofHours(1));
        answer("between", Duration.ofHours(2));

        begin("new", NOW);

        assertThat(claim("late", NOW)).isEqualTo(new Claim.Finished("answer of late"));
        assertThat(claim("between", NOW)).isEqualTo(new Claim.Finished("answer of between"));
        assertThat(claim("soon", NOW)).isInstanceOf(Claim.Started.class);
    }

    @Test
    void keepsAClaimAtWorkAndDropsAnAnswerThatWouldGoLater() {
        begin("at work", NOW);
        answer("a", Duration.ofHours(1));
        answer("b", Duration.ofHours(2));

        begin("new", NOW);

        assertThat(claim("at work", NOW)).isEqualTo(new Claim.Running());
        assertThat(claim("b", NOW)).isEqualTo(new Claim.Finished("answer of b"));
    }

    @Test
    void dropsAnAbandonedClaimBeforeAnyAnswer() {
        begin("abandoned", NOW.minus(LEASE));
        answer("a", Duration.ofHours(1));
        answer("b", Duration.ofHours(2));

        begin("new", NOW);

        assertThat(claim("a", NOW)).isEqualTo(new Claim.Finished("answer of a"));
        assertThat(claim("b", NOW)).isEqualTo(new Claim.Finished("answer of b"));
    }

    @Test
    void answersOfAClaimThatWasDroppedAreForgotten() {
        Claim.Started dropped = begin("abandoned", NOW.minus(LEASE));
        begin("a", NOW);
        begin("b", NOW);
        Claim.Started last = begin("c", NOW);

        store.finish("abandoned", dropped, "too late", NOW.plus(LEASE));
        store.release("c", last, NOW);

        assertThat(claim("abandoned", NOW)).isInstanceOf(Claim.Started.class);
    }

    @Test
    void refusesANewKeyWhileAllAreAtWork() {
        begin("a", NOW);
        begin("b", NOW);
        Claim.Started last = begin("c", NOW);

        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> claim("d", NOW))
                .returns(StorageException.Kind.UNAVAILABLE, StorageException::kind);
        assertThat(claim("a", NOW)).isEqualTo(new Claim.Running());

        store.release("c", last, NOW);
        assertThat(claim("d", NOW)).isInstanceOf(Claim.Started.class);
    }

    @Test
    void aKeyIsAsIfNeverUsedOnceItsAnswerHasExpired() {
        answer("a", Duration.ofHours(1));
        Instant expiry = NOW.plus(Duration.ofHours(1));

        assertThat(claim("a", expiry.minusMillis(1))).isEqualTo(new Claim.Finished("answer of a"));
        assertThat(claim("a", expiry)).isInstanceOf(Claim.Started.class);
    }

    @Test
    void expiredAnswersMakeRoomBeforeAnyOtherIsDropped() {
        answer("a", Duration.ofSeconds(1));
        answer("b", Duration.ofSeconds(2));
        answer("c", Duration.ofHours(1));

        Instant later = NOW.plusSeconds(2);
        begin("d", later);
        begin("e", later);

        assertThat(claim("c", later)).isEqualTo(new Claim.Finished("answer of c"));
    }

    @Test
    void dropsAnswersWhenAllTogetherAreTooLong() {
        InMemoryIdempotencyStore small = new InMemoryIdempotencyStore(100, 1000);
        for (String key : new String[] {"a", "b"}) {
            Claim.Started claim = (Claim.Started) small.claim(key, REQUEST, "", NOW, NOW.plus(LEASE));
            small.finish(key, claim, key.repeat(600), NOW.plus(Duration.ofHours(key.equals("a") ? 1 : 2)));
        }

        assertThat(small.claim("c", REQUEST, "", NOW, NOW.plus(LEASE))).isInstanceOf(Claim.Started.class);

        assertThat(small.claim("b", REQUEST, "", NOW, NOW.plus(LEASE))).isEqualTo(new Claim.Finished("b".repeat(600)));
        assertThat(small.claim("a", REQUEST, "", NOW, NOW.plus(LEASE))).isInstanceOf(Claim.Started.class);
    }

    @Test
    void staysBoundedOverManyMoreRequestsThanItKeeps() {
        for (int i = 0; i < 1000; i++) {
            answer("request " + i, Duration.ofMinutes(i + 1));
        }

        int kept = 0;
        for (int i = 997; i < 1000; i++) {
            kept += claim("request " + i, NOW) instanceof Claim.Finished ? 1 : 0;
        }
        assertThat(kept).isEqualTo(3);
        assertThat(claim("request 996", NOW)).isInstanceOf(Claim.Started.class);
    }

    @Test
    void refusesKeysAndAnswersThatAreTooLong() {
        Claim.Started claim = begin("k".repeat(512), NOW);
        assertThatIllegalArgumentException().isThrownBy(() -> claim("k".repeat(513), NOW));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.finish("k".repeat(512), claim, "a".repeat(65_537), NOW.plus(LEASE)));
    }

    private Claim claim(String key, Instant now) {
        return store.claim(key, REQUEST, "", now, now.plus(LEASE));
    }

    private Claim.Started begin(String key, Instant now) {
        Claim claim = claim(key, now);
        assertThat(claim).isInstanceOf(Claim.Started.class);
        return (Claim.Started) claim;
    }

    private void answer(String key, Duration kept) {
        store.finish(key, begin(key, NOW), "answer of " + key, NOW.plus(kept));
    }
}
