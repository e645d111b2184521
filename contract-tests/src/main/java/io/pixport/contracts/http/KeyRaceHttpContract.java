package io.pixport.contracts.http;

import static io.pixport.contracts.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.Fresh;
import io.pixport.contracts.faults.Faults;
import io.pixport.contracts.interleaving.Orders;
import io.pixport.contracts.interleaving.Scheduler;
import io.pixport.core.model.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Requests under one {@code Idempotency-Key} at once, in every order of their calls to the adapters: one is carried out, and
 * whoever is answered with success is answered the same. The entry has to handle a request in the thread that sends it.
 */
public interface KeyRaceHttpContract extends HttpFixture {
    /** In how many orders clients are let go on, by chance; 0 for all that there are of two, and 300 where that is too many. */
    default int orders() {
        return 0;
    }

    @Test
    default void twoUploadsUnderOneKeyAreOneImage(ApiBuilder builder) {
        Race race = new Race(builder);

        Consumer<Scheduler> run = scheduler -> race.run(scheduler, race.upload(2), Stream.of());
        if (orders() == 0) {
            assertThat(Orders.every(run)).as("orders").isGreaterThan(5);
        } else {
            Orders.some(orders(), run);
        }
    }

    @Test
    default void fourUploadsUnderOneKeyAreOneImage(ApiBuilder builder) {
        Race race = new Race(builder);

        some(scheduler -> race.run(scheduler, race.upload(4), Stream.of()));
    }

    @Test
    default void anUploadThatIsTakenOverByAnotherUnderItsKeyIsOneImage(ApiBuilder builder) {
        Race race = new Race(builder);

        some(scheduler -> race.run(scheduler, race.upload(2), Stream.of(race::endLease)));
    }

    private void some(Consumer<Scheduler> run) {
        Orders.some(orders() == 0 ? 300 : orders(), run);
    }

    /** An API whose calls to the adapters wait for their turns. */
    final class Race {
        private final Faults faults = new Faults();
        private final Api api;
        private UserId user = Fresh.user();

        Race(ApiBuilder builder) {
            api = builder.aloneInTime().failing(faults).start();
        }

        /** The same request for a user who has nothing yet, so many times. */
        List<Call> upload(int times) {
            user = Fresh.user();
            Call call = Processes.keyed(Api.uploading(user));
            return Stream.generate(() -> call).limit(times).toList();
        }

        void endLease() {
            api.clock().advance(Processes.LEASE);
        }

        void run(Scheduler scheduler, List<Call> calls, Stream<Runnable> others) {
            faults.beforeEachCall(scheduler::pause);
            List<Supplier<List<Answer>>> clients = new ArrayList<>();
            calls.forEach(call -> clients.add(() -> List.of(api.send(call))));
            others.forEach(other -> clients.add(() -> {
                other.run();
                return List.of();
            }));

            List<Answer> answers = new ArrayList<>();
            scheduler.run(clients).forEach(answers::addAll);
            Answer last = api.send(calls.getFirst());

            String id = Api.idOf(last);
            assertThat(answers)
                    .extracting(Answer::status)
                    .isSubsetOf(201, 409, 503)
                    .contains(201);
            assertThat(answers).filteredOn(answer -> answer.status() == 201).allSatisfy(answer -> assertThat(answer)
                    .has("/image_id", id));
            assertThat(api.ids("/images?user_id=" + user)).containsExactly(id);
        }
    }
}
