package io.pixport.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.Digests;
import io.pixport.contracts.Fresh;
import io.pixport.contracts.TestClock;
import io.pixport.contracts.faults.FailingImageStore;
import io.pixport.contracts.faults.FailingMetadataRepository;
import io.pixport.contracts.faults.Faults;
import io.pixport.contracts.store.BytesPayload;
import io.pixport.contracts.store.StoreFixture;
import io.pixport.contracts.usecase.TestService;
import io.pixport.core.model.Announcement;
import io.pixport.core.model.Announcement.Method;
import io.pixport.core.model.ImageDetails;
import io.pixport.core.model.ImageFormat;
import io.pixport.core.model.ImageId;
import io.pixport.core.model.ImageIdGenerator;
import io.pixport.core.model.Upload;
import io.pixport.core.model.UserId;
import io.pixport.core.port.ObjectKey;
import io.pixport.core.usecase.ImageService;
import io.pixport.core.usecase.ReserveUpload.Reservation;
import io.pixport.http.Backend;
import io.pixport.settings.Settings;
import io.pixport.settings.Stores;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.crac.Core;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Direct uploads whose events go to a function, with failures that can be planned. */
final class UploadEvents {
    private static final String BUCKET = "pixport";

    private final TestClock clock = new TestClock(Instant.now());
    private final Faults faults = new Faults();
    private final UserId owner = Fresh.user();
    private final Backend backend;
    private final ImageService service;
    private final UploadFunction function;

    UploadEvents(Function<InstantSource, Backend> stores) {
        Settings settings = Settings.of(Map.of(), clock);
        backend = stores.apply(clock);
        service = Composition.service(settings, backend, clock);
        Backend failing = new Backend(
                new FailingImageStore(backend.store(), faults),
                new FailingMetadataRepository(backend.repository(), faults),
                backend.idempotency(),
                null);
        Arrivals arrivals = new Arrivals(
                Composition.service(settings, failing, clock).completeUpload(),
                BUCKET,
                new Stores(failing, "under test", Optional::empty, () -> {}));
        function = new UploadFunction(() -> arrivals, Core.getGlobalContext());
    }

    TestClock clock() {
        return clock;
    }

    Faults faults() {
        return faults;
    }

    ImageService service() {
        return service;
    }

    UserId owner() {
        return owner;
    }

    /** Reserves an upload of these bytes, as a PNG. */
    ImageId reserve(Method method, byte[] bytes) {
        return reserve(service, owner, method, bytes).image().id();
    }

    static Reservation reserve(ImageService service, UserId owner, Method method, byte[] bytes) {
        Announcement announced = new Announcement(method, ImageFormat.PNG, (long) bytes.length, Digests.sha256(bytes));
        return TestService.done(
                service.reserveUpload().reserve(service.ids().next(), owner, null, ImageDetails.NONE, announced, null));
    }

    /** An id that nobody has reserved. */
    static ImageId freshId() {
        return new ImageIdGenerator(InstantSource.system(), new SecureRandom()).next();
    }

    /** Where the bytes of a reservation arrive. */
    static ObjectKey key(Method method, ImageId id) {
        return method == Method.POST ? ObjectKey.uploaded(id) : ObjectKey.of(id);
    }

    /** Puts bytes where a link or a form would. */
    void put(ObjectKey key, byte[] bytes) {
        assertThat(backend.store().put(key, new BytesPayload(bytes), ImageFormat.PNG))
                .isTrue();
    }

    /** What the function answers to the event of a new object. */
    String tell(String key) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            function.handleRequest(
                    new ByteArrayInputStream(event(BUCKET, key)), answer, Invocation.of(Duration.ofSeconds(60)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return answer.toString(StandardCharsets.UTF_8);
    }

    /** The event that the documentation shows, of another object. */
    static byte[] event(String bucket, String key) {
        ObjectNode event = TestGateway.event("object-created");
        event.withObject("/detail/bucket").put("name", bucket);
        event.withObject("/detail/object").put("key", key);
        return JsonMapper.shared().writeValueAsBytes(event);
    }

    /** What the reservation has become for its owner. */
    Upload upload(ImageId id) {
        return TestService.done(service.getUpload().get(id, owner));
    }

    Optional<byte[]> read(ObjectKey key) {
        return backend.store().open(key, null).map(StoreFixture::drain);
    }
}
