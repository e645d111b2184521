package io.pixport.contracts.history;

import io.pixport.contracts.faults.Faults.Step;
import io.pixport.core.model.Announcement.Method;
import io.pixport.core.model.OnDuplicate;
import java.time.Duration;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

/** Makes histories. */
final class Histories {
    private static final int STEPS = 50;

    /** Short ones are for shrinking alone. */
    private static final RandomDistribution FULL_LENGTH = (size, min, max, center) -> random -> max;

    private static final Arbitrary<Integer> USERS = numbers(World.USERS);
    private static final Arbitrary<Integer> PICTURES = numbers(Pictures.NUMBER);
    /** Hardly ever the one that takes so long. */
    private static final Arbitrary<Integer> IN_PARTS =
            Arbitraries.frequencyOf(Tuple.of(60, PICTURES), Tuple.of(1, Arbitraries.just(Pictures.LARGE)));

    private static final Arbitrary<Set<Integer>> TAGS =
            numbers(World.TAGS).set().ofMaxSize(2);
    /** Mostly one of the youngest that fit. */
    private static final Arbitrary<Integer> PICKS =
            Arbitraries.frequencyOf(Tuple.of(4, numbers(Model.LOW)), Tuple.of(1, numbers(20)));

    /** Troubles wait for calls that seldom come, so that all come to pass. */
    private static final Arbitrary<Step> CALLS = Arbitraries.frequencyOf(
            Tuple.of(1, Arbitraries.of(Step.class)),
            Tuple.of(
                    1,
                    Arbitraries.of(
                            Step.OPEN,
                            Step.DESCRIBE,
                            Step.LIST_PARTS,
                            Step.ASSEMBLE,
                            Step.ABORT_UPLOAD,
                            Step.LIST_RESERVATIONS,
                            Step.INTEND,
                            Step.RELEASE,
                            Step.MEND_LISTS,
                            Step.DELETE_OBJECT,
                            Step.DELETE_OBJECTS,
                            Step.DELETE_RECORD,
                            Step.LIST_TRASH)));

    private static final Arbitrary<OnDuplicate> ON_DUPLICATE = Arbitraries.frequency(
            Tuple.of(3, OnDuplicate.KEEP), Tuple.of(1, OnDuplicate.RETURN), Tuple.of(2, OnDuplicate.RESTORE));
    private static final Arbitrary<Caller> CALLERS = Arbitraries.frequency(
            Tuple.of(5, Caller.OWNER), Tuple.of(1, Caller.STRANGER), Tuple.of(1, Caller.NOBODY_IN_PARTICULAR));
    private static final Arbitrary<Change> CHANGES = Combinators.combine(
                    CALLERS,
                    Arbitraries.frequency(Tuple.of(3, Meant.ANY), Tuple.of(2, Meant.CURRENT), Tuple.of(1, Meant.STALE)))
            .as(Change::new);

    private static final Arbitrary<Batch.Operation> OPERATIONS = Combinators.combine(
                    Arbitraries.of(Batch.Verb.class), PICKS, numbers(World.TAGS))
            .as(Batch.Operation::new);

    private Histories() {}

    static Arbitrary<History> any() {
        return Combinators.combine(
                        Arbitraries.frequency(Tuple.of(5, true), Tuple.of(1, false)),
                        turns().list().ofMaxSize(STEPS).withSizeDistribution(FULL_LENGTH))
                .as(History::new);
    }

    private static Arbitrary<Turn> turns() {
        return Combinators.combine(actions(), troubles().injectNull(0.5)).as(Turn::new);
    }

    private static Arbitrary<Trouble> troubles() {
        return Combinators.combine(
                        CALLS,
                        Arbitraries.of(Trouble.Kind.class),
                        Arbitraries.frequency(Tuple.of(6, 0), Tuple.of(1, 1), Tuple.of(1, 2)))
                .as(Trouble::new);
    }

    private static Arbitrary<Action> actions() {
        return Arbitraries.frequencyOf(
                weighed(
                        6,
                        Combinators.combine(USERS, PICTURES, TAGS, ON_DUPLICATE).as(Upload::new)),
                weighed(
                        5,
                        Combinators.combine(USERS, Arbitraries.of(Method.PUT, Method.POST), PICTURES, TAGS)
                                .as(Reserve::new)),
                weighed(
                        5,
                        Combinators.combine(USERS, Arbitraries.just(Method.PARTS), IN_PARTS, TAGS)
                                .as(Reserve::new)),
                weighed(1, PICKS.map(ReserveAgain::new)),
                weighed(1, PICKS.map(Settle::new)),
                weighed(3, PICKS.map(Lose::new)),
                weighed(1, PICKS.map(PutBack::new)),
                weighed(7, Combinators.combine(PICKS, PICTURES.injectNull(0.5)).as(Send::new)),
                weighed(
                        9,
                        Combinators.combine(PICKS, numbers(2), PICTURES.injectNull(0.85))
                                .as(SendPart::new)),
                weighed(2, PICKS.map(GetParts::new)),
                weighed(10, Combinators.combine(PICKS, CALLERS, ON_DUPLICATE).as(Complete::new)),
                weighed(5, Combinators.combine(USERS, PICTURES, TAGS).as(Post::new)),
                weighed(
                        6,
                        Combinators.combine(PICKS, Arbitraries.of(true, true, false))
                                .as(PostAgain::new)),
                weighed(
                        2,
                        Combinators.combine(
                                        USERS.injectNull(0.5),
                                        OPERATIONS.list().ofMinSize(1).ofMaxSize(4))
                                .as(Batch::new)),
                weighed(
                        1,
                        Combinators.combine(USERS, CALLERS, Arbitraries.of(false, true))
                                .as(EraseOwner::new)),
                weighed(1, Combinators.combine(USERS, CALLERS).as(Export::new)),
                weighed(3, Combinators.combine(PICKS, CHANGES, TAGS).as(Edit::new)),
                weighed(5, Combinators.combine(PICKS, CHANGES).as(Delete::new)),
                weighed(3, Combinators.combine(PICKS, CHANGES).as(Erase::new)),
                weighed(4, Combinators.combine(PICKS, CALLERS).as(Restore::new)),
                weighed(3, PICKS.map(Get::new)),
                weighed(
                        3,
                        Combinators.combine(
                                        USERS.injectNull(0.3), TAGS, numbers(3).map(n -> n + 1))
                                .as(ListImages::new)),
                weighed(
                        2,
                        Combinators.combine(USERS, numbers(3).map(n -> n + 1)).as(ListTrash::new)),
                weighed(1, Combinators.combine(USERS, PICTURES).as(FindCopy::new)),
                weighed(5, Arbitraries.create(Purge::new)),
                weighed(5, Arbitraries.of(false, false, true).map(Reconcile::new)),
                weighed(1, Arbitraries.of(false, true).map(MendLists::new)),
                weighed(
                        6,
                        Arbitraries.of(
                                        Duration.ofMillis(1),
                                        Duration.ofMinutes(10),
                                        Duration.ofMinutes(30),
                                        Duration.ofHours(1),
                                        Duration.ofHours(2),
                                        Duration.ofHours(2))
                                .map(Pass::new)));
    }

    private static Tuple2<Integer, Arbitrary<? extends Action>> weighed(
            int weight, Arbitrary<? extends Action> actions) {
        return Tuple.of(weight, actions);
    }

    private static Arbitrary<Integer> numbers(int number) {
        return Arbitraries.integers().between(0, number - 1);
    }
}
