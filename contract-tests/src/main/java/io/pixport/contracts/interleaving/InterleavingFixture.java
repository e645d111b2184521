package io.pixport.contracts.interleaving;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.usecase.TestService;
import io.pixport.contracts.usecase.UseCaseFixture;
import io.pixport.core.model.ImageId;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** What the contracts of interleaved clients need: adapters, and a service whose calls to them wait for their turns. */
public interface InterleavingFixture {
    Duration TICK = Duration.ofMillis(1);

    /** A pair of adapters, which may hold other things besides. */
    UseCaseFixture adapters();

    /** In how many orders clients are let go on, by chance; 0 for all that there are of two, and 200 of four. */
    default int orders() {
        return 0;
    }

    /** The use cases over the adapters, each of whose calls waits for its turn. */
    default TestService interleaved(Scheduler scheduler) {
        return interleaved(scheduler, Duration.ZERO);
    }

    /** @param tick how long each call takes: what is made at the same time may be the same */
    default TestService interleaved(Scheduler scheduler, Duration tick) {
        TestService service = adapters().service();
        service.faults().beforeEachCall(() -> {
            scheduler.pause();
            service.clock().advance(tick);
        });
        return service;
    }

    default void ofTwo(Consumer<Scheduler> run) {
        if (orders() == 0) {
            assertThat(Orders.every(run)).as("orders").isGreaterThan(5);
        } else {
            Orders.some(orders(), run);
        }
    }

    default void ofFour(Consumer<Scheduler> run) {
        Orders.some(orders() == 0 ? 200 : orders(), run);
    }

    /** These images are there, whole, and stay; nothing else does. They are erased, because reconcilers look at everything. */
    default void assertStays(TestService service, ImageId... ids) {
        service.assertAnswersAgree();
        service.tidy();
        service.assertNothingIsThereBut(List.of(ids));
        for (ImageId id : ids) {
            TestService.done(service.cases().eraseImage().erase(id, null, null));
        }
    }

    /** Nothing of it is there any more. */
    default void assertGoes(TestService service) {
        assertStays(service);
    }
}
