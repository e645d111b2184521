package io.pixport.contracts.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.pixport.contracts.AtOnce;
import io.pixport.contracts.Digests;
import io.pixport.contracts.Fresh;
import io.pixport.core.model.Sha256;
import io.pixport.core.port.IdempotencyStore;
import io.pixport.core.port.IdempotencyStore.Claim;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** All that an {@link IdempotencyStore} promises while it can be reached. */
public interface IdempotencyStoreContract {
    Duration LEASE = Duration.ofMinutes(1);
    Duration KEPT = Duration.ofHours(24);

    /** The store under test, the same one throughout a test; it may know other keys besides. */
    IdempotencyStore idempotencyStore();

    /** A request under a key that nobody else uses. */
    record Request(IdempotencyStore store, String key, Sha256 fingerprint, String intent, Instant now) {
        static Request fresh(IdempotencyStore store) {
            return new Request(
                    store, Fresh.tag().value(), Digests.sha256(Fresh.bytes(10)), "the intent", Fresh.instant());
        }

        Request under(String otherKey) {
            return new Request(store, otherKey, fingerprint, intent, now);
        }

        Request other() {
            return new Request(store, key, Digests.sha256(Fresh.bytes(10)), intent, now);
        }

        Request at(Duration later) {
            return new Request(store, key, fingerprint, intent, now.plus(later));
        }

        Request intending(String otherIntent) {
            return new Request(store, key, fingerprint, otherIntent, now);
        }

        Claim claim() {
            return store.claim(key, fingerprint, intent, now, now.plus(LEASE));
        }

        boolean intend(Claim.Started claim, String newIntent) {
            return store.intend(key, claim, newIntent);
        }

        void release(Claim.Started claim) {
            store.release(key, claim, now);
        }

        Claim.Started begin() {
            Claim claim = claim();
            assertThat(claim).isInstanceOf(Claim.Started.class);
            return (Claim.Started) claim;
        }

        void finish(Claim.Started claim, String answer) {
            store.finish(key, claim, answer, now.plus(KEPT));
        }
    }

    @Test
    default void aKeyThatWasNeverUsedIsTheCallersToBegin() {
        assertThat(Request.fresh(idempotencyStore()).claim()).isInstanceOf(Claim.Started.class);
    }

    @Test
    default void theSameRequestAgainIsRunningWhileTheFirstIsAtWork() {
        Request request = Request.fresh(idempotencyStore());
        request.begin();

        assertThat(request.claim()).isEqualTo(new Claim.Running());
        assertThat(request.at(LEASE.minusMillis(1)).claim()).isEqualTo(new Claim.Running());
    }

    @Test
    default void theSameRequestAgainGetsTheRecordedAnswer() {
        Request request = Request.fresh(idempotencyStore());
        request.finish(request.begin(), "the answer");

        assertThat(request.claim()).isEqualTo(new Claim.Finished("the answer"));
        assertThat(request.claim()).isEqualTo(new Claim.Finished("the answer"));
    }

    @Test
    default void anAnswerOutlivesTheLease() {
        Request request = Request.fresh(idempotencyStore());
        request.finish(request.begin(), "the answer");

        assertThat(request.at(LEASE.multipliedBy(2)).claim()).isEqualTo(new Claim.Finished("the answer"));
        assertThat(request.at(KEPT.minusMillis(1)).claim()).isEqualTo(new Claim.Finished("the answer"));
    }

    @Test
    default void anotherRequestUnderTheKeyIsAMismatchWhileTheFirstIsAtWork() {
        Request request = Request.fresh(idempotencyStore());
        request.begin();

        assertThat(request.other().claim()).isEqualTo(new Claim.Mismatch());
    }

    @Test
    default void anotherRequestUnderTheKeyIsAMismatchOnceTheFirstIsAnswered() {
        Request request = Request.fresh(idempotencyStore());
        request.finish(request.begin(), "the answer");

        assertThat(request.other().claim()).isEqualTo(new Claim.Mismatch());
        assertThat(request.claim()).isEqualTo(new Claim.Finished("the answer"));
    }

    @Test
    default void keysDoNotMeet() {
        Request request = Request.fresh(idempotencyStore());
        Request longer = request.under(request.key() + "2");
        request.finish(request.begin(), "the answer");

        assertThat(longer.claim()).isInstanceOf(Claim.Started.class);
        assertThat(Request.fresh(idempotencyStore()).claim()).isInstanceOf(Claim.Started.class);
    }

    @Test
    default void keysAreToldApartByTheirCase() {
        Request request = Request.fresh(idempotencyStore());
        Request upper = request.under(request.key() + "A");
        Request lower = request.under(request.key() + "a");
        upper.begin();

        assertThat(lower.claim()).isInstanceOf(Claim.Started.class);
    }

    @Test
    default void ofManyThatBeginAtOnceExactlyOneIsTold() {
        Request request = Request.fresh(idempotencyStore());

        List<Claim> claims = AtOnce.call(16, i -> request.claim());

        assertThat(claims).filteredOn(Claim.Started.class::isInstance).hasSize(1);
        assertThat(claims).filteredOn(Claim.Running.class::isInstance).hasSize(15);
    }

    @Test
    default void aClaimIsFreeForTheSameRequestFromTheEndOfItsLease() {
        Request request = Request.fresh(idempotencyStore());
        request.begin();

        assertThat(request.at(LEASE).claim()).isInstanceOf(Claim.Started.class);
    }

    @Test
    default void aClaimIsFreeForAnyRequestFromTheEndOfItsLease() {
        Request request = Request.fresh(idempotencyStore());
        request.begin();

        assertThat(request.other().at(LEASE).claim()).isInstanceOf(Claim.Started.class);
    }

    @Test
    default void ofManyThatTakeOverAtOnceExactlyOneIsTold() {
        Request request = Request.fresh(idempotencyStore());
        request.begin();
        Request later = request.at(LEASE.plusSeconds(1));

        List<Claim> claims = AtOnce.call(16, i -> later.claim());

        assertThat(claims).filteredOn(Claim.Started.class::isInstance).hasSize(1);
        assertThat(claims).filteredOn(Claim.Running.class::isInstance).hasSize(15);
    }

    @Test
    default void aClaimThatWasTakenOverIsAnother() {
        Request request = Request.fresh(idempotencyStore());
        Claim.Started first = request.begin();

        assertThat(request.at(LEASE).begin()).isNotEqualTo(first);
    }

    @Test
    default void whoWasTakenOverCannotFinish() {
        Request request = Request.fresh(idempotencyStore());
        Claim.Started late = request.begin();
        Request later = request.at(LEASE);
        Claim.Started taken = later.begin();

        request.finish(late, "too late");
        assertThat(later.claim()).isEqualTo(new Claim.Running());
        later.finish(taken, "the answer");
        request.finish(late, "too late");

        assertThat(later.claim()).isEqualTo(new Claim.Finished("the answer"));
    }

    @Test
    default void whoWasTakenOverCannotRelease() {
        Request request = Request.fresh(idempotencyStore());
        Claim.Started late = request.begin();
        Request later = request.at(LEASE);
        later.begin();

        later.release(late);

        assertThat(later.claim()).isEqualTo(new Claim.Running());
    }

    @Test
    default void whoBeginsIsToldItsOwnIntent() {
        Request request = Request.fresh(idempotencyStore());

        assertThat(request.intending("its own").begin().intent()).isEqualTo("its own");
        assertThat(request.other()
                        .at(LEASE)
                        .intending("that of another")
                        .begin()
                        .intent())
                .isEqualTo("that of another");
    }

    @Test
    default void whoTakesOverTheSameRequestIsToldTheIntentOfTheFirst() {
        Request request = Request.fresh(idempotencyStore());
        request.intending("the first").begin();

        assertThat(request.at(LEASE).intending("the second").begin().intent()).isEqualTo("the first");
        assertThat(request.at(LEASE.multipliedBy(2)).intending("").begin().intent())
                .isEqualTo("the first");
        assertThat(request.at(Duration.ofHours(24))
                        .intending("the fourth")
                        .begin()
                        .intent())
                .isEqualTo("the first");
    }

    @Test
    default void whoBeginsTheSameRequestAfterItWasReleasedIsToldTheIntentOfTheFirst() {
        Request request = Request.fresh(idempotencyStore());
        request.release(request.intending("the first").begin());

        assertThat(request.intending("the second").begin().intent()).isEqualTo("the first");
    }

    @Test
    default void anIntentIsForgottenWithTheAnswer() {
        Request request = Request.fresh(idempotencyStore());
        request.finish(request.intending("the first").begin(), "the answer");

        assertThat(request.at(KEPT).intending("the second").begin().intent()).isEqualTo("the second");
    }

    @Test
    default void anIntentCanBeReplacedByWhoHasTheClaim() {
        Request request = Request.fresh(idempotencyStore());
        Claim.Started claim = request.begin();

        assertThat(request.intend(claim, "another")).isTrue();
        assertThat(request.intend(claim, "another")).isTrue();
        assertThat(request.claim()).isEqualTo(new Claim.Running());
        Claim.Started taken = request.at(LEASE).begin();
        assertThat(taken.intent()).isEqualTo("another");
        assertThat(request.intend(taken, "a third")).isTrue();

        assertThat(request.at(LEASE.multipliedBy(2)).begin().intent()).isEqualTo("a third");
    }

    @Test
    default void whoWasTakenOverOrHasEndedCannotReplaceTheIntent() {
        Request request = Request.fresh(idempotencyStore());
        Claim.Started late = request.begin();
        Request later = request.at(LEASE);
        Claim.Started taken = later.begin();

        assertThat(request.intend(late, "too late")).isFalse();
        later.release(taken);
        assertThat(later.intend(taken, "too late")).isFalse();
        Claim.Started last = later.begin();
        assertThat(last.intent()).isEqualTo("the intent");
        later.finish(last, "the answer");
        assertThat(later.intend(last, "too late")).isFalse();

        assertThat(later.claim()).isEqualTo(new Claim.Finished("the answer"));
    }

    @Test
    default void ofManyThatTakeOverAtOnceTheOneIsToldTheIntentOfTheFirst() {
        Request request = Request.fresh(idempotencyStore());
        request.intending("the first").begin();
        Request later = request.at(LEASE);

        List<Claim> claims = AtOnce.call(16, i -> later.intending("of " + i).claim());

        assertThat(claims)
                .filteredOn(Claim.Started.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(
                        Claim.Started.class, claim -> assertThat(claim.intent()).isEqualTo("the first"));
    }

    @Test
    default void whoIsLateButWasNotTakenOverCanFinish() {
        Request request = Request.fresh(idempotencyStore());
        Claim.Started claim = request.begin();

        request.at(LEASE.plusSeconds(1)).finish(claim, "late, but there");

        assertThat(request.at(LEASE.plusSeconds(2)).claim()).isEqualTo(new Claim.Finished("late, but there"));
    }

    @Test
    default void aReleasedClaimIsFreeAtOnceForAnyRequest() {
        Request request = Request.fresh(idempotencyStore());
        Claim.Started first = request.begin();
        request.release(first);
        request.release(request.begin());
        request.release(first);

        assertThat(request.other().claim()).isInstanceOf(Claim.Started.class);
    }

    @Test
    default void whoReleasedCannotFinish() {
        Request request = Request.fresh(idempotencyStore());
        Claim.Started released = request.begin();
        request.release(released);

        request.finish(released, "never mind");

        assertThat(request.claim()).isInstanceOf(Claim.Started.class);
    }

    @Test
    default void releasingWhatIsFinishedChangesNothing() {
        Request request = Request.fresh(idempotencyStore());
        Claim.Started claim = request.begin();
        request.finish(claim, "the answer");

        request.release(claim);

        assertThat(request.claim()).isEqualTo(new Claim.Finished("the answer"));
    }

    @Test
    default void fromWhenItIsKeptNoLongerAKeyIsAsIfItHadNeverBeenUsed() {
        Request request = Request.fresh(idempotencyStore());
        request.finish(request.begin(), "the answer");

        assertThat(request.other().at(KEPT).claim()).isInstanceOf(Claim.Started.class);
    }

    @Test
    default void theLongestKeyAndAnswerAreTaken() {
        Request fresh = Request.fresh(idempotencyStore());
        String key = fresh.key() + "k".repeat(512 - fresh.key().length());
        Request request = fresh.under(key).intending("i".repeat(128));
        String answer = "é\n\"{}\u0000ж".repeat(9362) + "12";

        request.finish(request.begin(), answer);

        assertThat(answer).hasSize(65_536);
        assertThat(request.claim()).isEqualTo(new Claim.Finished(answer));
    }

    @Test
    default void whatIsTooLongIsRefused() {
        Request request = Request.fresh(idempotencyStore());
        Claim.Started claim = request.begin();

        assertThatIllegalArgumentException().isThrownBy(request.under("k".repeat(513))::claim);
        assertThatIllegalArgumentException().isThrownBy(request.intending("i".repeat(129))::claim);
        assertThatIllegalArgumentException().isThrownBy(() -> request.intend(claim, "i".repeat(129)));
        assertThatIllegalArgumentException().isThrownBy(() -> request.finish(claim, "a".repeat(65_537)));
    }
}
