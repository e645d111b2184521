package io.pixport.contracts.history;

import io.pixport.contracts.TestClock;
import io.pixport.contracts.faults.FailingIdempotencyStore;
import io.pixport.contracts.faults.FailingImageStore;
import io.pixport.contracts.faults.FailingMetadataRepository;
import io.pixport.contracts.faults.Faults;
import io.pixport.contracts.http.Answer;
import io.pixport.contracts.http.Call;
import io.pixport.contracts.http.DirectEntry;
import io.pixport.contracts.usecase.Ports;
import io.pixport.core.model.ImageId;
import io.pixport.core.usecase.ImageService;
import io.pixport.http.ApiConfig;
import io.pixport.http.Backend;
import io.pixport.http.CorsPolicy;
import io.pixport.http.ImageApi;
import io.pixport.http.Secret;
import io.pixport.http.UserIdHeader;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A process with the use cases, and the HTTP API over them, that dies and comes back over stores that outlive it. */
final class Server {
    private static final ApiConfig CONFIG = new ApiConfig(
            "", new UserIdHeader(false), CorsPolicy.OFF, Secret.of("signs the page tokens of the histories"));

    private final HistoryFixture adapters;
    private final TestClock clock;
    private final Faults faults = new Faults();
    private final FailingImageStore store;
    private final FailingIdempotencyStore requestKeys;
    private final Ports ports;
    private ImageService service;
    private DirectEntry api;

    /** @param reliable the adapters themselves, which are made to fail */
    Server(HistoryFixture adapters, Ports reliable, TestClock clock) {
        this.adapters = adapters;
        this.clock = clock;
        this.store = new FailingImageStore(reliable.store(), faults);
        this.requestKeys = new FailingIdempotencyStore(adapters.requestKeys(), faults);
        this.ports = reliable.with(store).with(new FailingMetadataRepository(reliable.repository(), faults));
        this.service = adapters.useCases(ports);
        this.api = api(service);
    }

    private DirectEntry api(ImageService over) {
        Backend backend = new Backend(ports.store(), ports.repository(), requestKeys, null);
        return new DirectEntry(new ImageApi(over, backend, ports.spool(), clock, CONFIG));
    }

    /** The process has died, and another one begins. */
    void restart() {
        faults.restart();
        service = adapters.useCases(ports);
        api = api(service);
    }

    void plan(Trouble trouble, Consumer<Trouble> struck) {
        trouble.plan(faults, struck);
    }

    /** No trouble that has been planned comes any more. */
    void mend() {
        faults.mend();
    }

    /** Lets every call to an adapter take so long. */
    <T> T slowed(Duration time, Supplier<T> action) {
        faults.beforeEachCall(() -> clock.advance(time));
        try {
            return action.get();
        } finally {
            faults.beforeEachCall(() -> {});
        }
    }

    ImageService service() {
        return service;
    }

    Answer send(Call call) {
        return api.send(call);
    }

    /** How many objects it has opened and not closed. */
    int open() {
        return store.open();
    }

    /** The ids that requests under keys were to use, in the order in which they came. */
    List<ImageId> intended() {
        return requestKeys.intents().stream()
                .map(intent -> ImageId.parse(intent).orElseThrow())
                .toList();
    }
}
