package io.pixport.contracts.http;

import io.pixport.contracts.Fresh;
import io.pixport.contracts.TestClock;
import io.pixport.contracts.faults.FailingIdempotencyStore;
import io.pixport.contracts.faults.FailingImageStore;
import io.pixport.contracts.faults.FailingMetadataRepository;
import io.pixport.contracts.faults.Faults;
import io.pixport.core.model.Limits;
import io.pixport.core.usecase.ImageService;
import io.pixport.core.usecase.Spool;
import io.pixport.http.ApiConfig;
import io.pixport.http.Authenticator;
import io.pixport.http.Backend;
import io.pixport.http.CorsPolicy;
import io.pixport.http.ImageApi;
import io.pixport.http.Secret;
import io.pixport.http.UserIdHeader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Wires the use cases and the API over the adapters under test, and puts them behind the entry under test. */
final class ApiBuilder {
    /** Small enough for most images to go to a temporary file. */
    private static final int HELD_IN_MEMORY = 16 * 1024;

    private final HttpFixture fixture;
    private final Started started;

    private Instant start = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private Limits limits = Limits.DEFAULTS;
    private Authenticator authenticator = new UserIdHeader(false);
    private String basePath = "";
    private CorsPolicy cors = CorsPolicy.OFF;
    private Secret secret = Secret.of("signs the page tokens of the contract tests");
    private UnaryOperator<Backend> around = UnaryOperator.identity();
    private @Nullable Api other;

    ApiBuilder(HttpFixture fixture, Started started) {
        this.fixture = fixture;
        this.started = started;
    }

    /** Its clock begins so long ago. */
    ApiBuilder startingAgo(Duration age) {
        start = start.minus(age);
        return this;
    }

    /** Its clock begins at a time of which no other test has images. */
    ApiBuilder aloneInTime() {
        start = Fresh.instant();
        return this;
    }

    ApiBuilder limits(Limits newLimits) {
        limits = newLimits;
        return this;
    }

    /** Whoever writes has to send {@code X-User-Id}. */
    ApiBuilder callersNamed() {
        authenticator = new UserIdHeader(true);
        return this;
    }

    ApiBuilder basePath(String newBasePath) {
        basePath = newBasePath;
        return this;
    }

    ApiBuilder cors(CorsPolicy newCors) {
        cors = newCors;
        return this;
    }

    ApiBuilder secret(String text) {
        secret = Secret.of(text);
        return this;
    }

    /** Links for parts are longer than those of most credentials. */
    ApiBuilder longLinks() {
        around = backend -> new Backend(
                LongLinks.of(backend.store()), backend.repository(), backend.idempotency(), backend.linkVerifier());
        return this;
    }

    /** Calls to the store fail as planned. */
    ApiBuilder failingStore(Faults faults) {
        around = backend -> new Backend(
                new FailingImageStore(backend.store(), faults),
                backend.repository(),
                backend.idempotency(),
                backend.linkVerifier());
        return this;
    }

    /** Calls to the repository fail as planned. */
    ApiBuilder failingRepository(Faults faults) {
        around = backend -> new Backend(
                backend.store(),
                new FailingMetadataRepository(backend.repository(), faults),
                backend.idempotency(),
                backend.linkVerifier());
        return this;
    }

    /** Calls to every adapter fail as planned. */
    ApiBuilder failing(Faults faults) {
        around = backend -> new Backend(
                new FailingImageStore(backend.store(), faults),
                new FailingMetadataRepository(backend.repository(), faults),
                new FailingIdempotencyStore(backend.idempotency(), faults),
                backend.linkVerifier());
        return this;
    }

    /** No call fails, as by default. */
    ApiBuilder reliable() {
        around = UnaryOperator.identity();
        return this;
    }

    /** Whatever has an idempotency key cannot be looked up. */
    ApiBuilder idempotencyStoreOutOfReach() {
        around = backend -> new Backend(
                backend.store(), backend.repository(), new UnreachableIdempotencyStore(), backend.linkVerifier());
        return this;
    }

    /** It stands on the adapters, and goes by the clock, of one that has been started. */
    ApiBuilder beside(Api api) {
        other = api;
        return this;
    }

    Api start() {
        TestClock clock = other == null ? new TestClock(start) : other.clock();
        AtomicReference<URI> baseUrl = new AtomicReference<>();
        Backend adapters = other == null ? fixture.backend(clock, baseUrl::get) : other.backend();
        Backend backend = around.apply(adapters);
        Path directory = temporaryDirectory();
        Spool spool = new Spool(directory, HELD_IN_MEMORY);
        ImageService service =
                ImageService.over(backend.store(), backend.repository(), clock, new SecureRandom(), spool, limits);
        ApiConfig config = new ApiConfig(basePath, authenticator, cors, secret, fixture.payloadLimits());
        BodyMeter meter = new BodyMeter(new ImageApi(service, behindTheEntry(backend), spool, clock, config));
        Entry entry = fixture.entry(meter);
        Entry bucket = fixture.payloadLimits() == null ? entry : bucket(service, backend, spool, clock);
        baseUrl.set(URI.create(bucket.origin() + basePath));
        Api api = new Api(entry, bucket, adapters, service, clock, directory, meter);
        started.add(api);
        return api;
    }

    /** What an entry cannot carry has to come from the store itself. */
    private Backend behindTheEntry(Backend backend) {
        return fixture.payloadLimits() == null
                ? backend
                : new Backend(backend.store(), backend.repository(), backend.idempotency(), null);
    }

    /** Serves the links of a store that cannot, where the entry does not. */
    private Entry bucket(ImageService service, Backend backend, Spool spool, TestClock clock) {
        ApiConfig config = new ApiConfig(basePath, authenticator, cors, secret);
        return new DirectEntry("bucket.invalid", new ImageApi(service, backend, spool, clock, config));
    }

    private static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory("pixport-contract-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
