package io.pixport.contracts.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.Eventually;
import io.pixport.contracts.Images;
import io.pixport.contracts.Multipart;
import io.pixport.contracts.TestClock;
import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.ImageId;
import io.pixport.core.model.UserId;
import io.pixport.core.port.ImageQuery;
import io.pixport.core.port.ImageQuery.TagMatch;
import io.pixport.core.port.ObjectKey;
import io.pixport.core.port.Page;
import io.pixport.core.port.Position;
import io.pixport.core.port.PresignedPost;
import io.pixport.core.port.PresignedUrl;
import io.pixport.core.port.StoredObject;
import io.pixport.core.usecase.ImageService;
import io.pixport.core.usecase.Reconcile.Scope;
import io.pixport.http.Backend;
import io.pixport.http.Headers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A running API, and what stands behind it. */
final class Api implements AutoCloseable {
    /** A whole JPEG of 7,958 bytes, 100 x 68 pixels. */
    static final byte[] SMALL = Images.bytes("good/exif.jpg");

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LONG = Duration.ofHours(2);
    private static final int PAGE_SIZE = 1000;

    private final Entry entry;
    private final Entry bucket;
    private final Backend backend;
    private final ImageService service;
    private final TestClock clock;
    private final Path spoolDirectory;
    private final BodyMeter meter;
    private final Instant start;

    /** @param bucket where links lead; the entry itself, when it serves them */
    Api(
            Entry entry,
            Entry bucket,
            Backend backend,
            ImageService service,
            TestClock clock,
            Path spoolDirectory,
            BodyMeter meter) {
        this.entry = entry;
        this.bucket = bucket;
        this.backend = backend;
        this.service = service;
        this.clock = clock;
        this.spoolDirectory = spoolDirectory;
        this.meter = meter;
        this.start = clock.instant();
    }

    /** The adapters, with nothing between. */
    Backend backend() {
        return backend;
    }

    TestClock clock() {
        return clock;
    }

    /** Sends a request, and follows where it is sent for what it wants to read. */
    Answer send(Call call) {
        Answer answer = sendOnce(call);
        return answer.status() == 307 && call.method().equals("GET")
                ? follow("GET", answer.header("Location"), call.headers())
                : answer;
    }

    /** Sends a request, and takes what comes for the answer. */
    Answer sendOnce(Call call) {
        return entry.send(call);
    }

    Answer get(String target) {
        return send(Call.get(target));
    }

    /** Uploads {@link #SMALL}, with fields beside. */
    Answer upload(UserId owner, String... namesAndValues) {
        return send(uploading(owner, namesAndValues));
    }

    static Call uploading(UserId owner, String... namesAndValues) {
        Call call = Call.post("/images").body("image/jpeg", SMALL).query("user_id", owner.value());
        for (int i = 0; i < namesAndValues.length; i += 2) {
            call = call.query(namesAndValues[i], namesAndValues[i + 1]);
        }
        return call;
    }

    /** The id of an image that is uploaded for this. */
    String uploaded(UserId owner, String... namesAndValues) {
        return idOf(upload(owner, namesAndValues));
    }

    /** The id of an image with these bytes that is uploaded for this. */
    String uploaded(UserId owner, byte[] bytes) {
        return idOf(send(Call.post("/images").body("image/jpeg", bytes).query("user_id", owner.value())));
    }

    /** The id of the image that this answer says has been uploaded. */
    static String idOf(Answer answer) {
        AnswerAssert.assertThat(answer).hasStatus(201);
        return answer.textAt("/image_id");
    }

    /** The ids on the page, in its order. */
    List<String> ids(String target) {
        return ids(get(target));
    }

    static List<String> ids(Answer page) {
        AnswerAssert.assertThat(page).hasStatus(200);
        return page.json()
                .at("/images")
                .valueStream()
                .map(image -> image.path("image_id").asString())
                .toList();
    }

    /** Sends a request to a URL that the API has given, or to what somebody has made of it, as it is. */
    Answer follow(String method, String url, Headers headers) {
        int path = url.startsWith("/") ? 0 : url.indexOf('/', url.indexOf("//") + 2);
        return follow(url.substring(0, path), new Call(method, url.substring(path), headers, Body.NONE));
    }

    /** Sends bytes to where a link for storing points. */
    Answer upload(PresignedUrl link, Body body) {
        Headers headers = Headers.of();
        link.headers().forEach(headers::add);
        return follow(origin(link.url()), new Call(link.method(), Call.target(link.url()), headers, body));
    }

    /** Posts a form to where a form for storing belongs. */
    Answer post(PresignedPost form, Multipart filled) {
        return follow(origin(form.url()), Call.post(Call.target(form.url())).multipart(filled));
    }

    private Answer follow(String origin, Call call) {
        return origin.isEmpty() ? sendOnce(call) : at(URI.create(origin)).send(call);
    }

    Answer follow(String method, String url) {
        return follow(method, url, Headers.of());
    }

    Answer follow(String url) {
        return follow("GET", url);
    }

    private Entry at(URI origin) {
        return Stream.of(entry, bucket)
                .filter(known -> known.origin().equals(origin))
                .findFirst()
                .orElseGet(() -> new SocketEntry(origin, () -> {}));
    }

    private static String origin(URI url) {
        return url.getScheme() + "://" + url.getAuthority();
    }

    /**
     * Lets so much time pass, with reconcilers and purges in between, that nothing is left that could be cleared away. For
     * an API that is alone in time.
     */
    void tidy() {
        for (int i = 0; i < 3; i++) {
            clock.advance(LONG);
            service.reconcile().run(Scope.since(start));
            service.purgeExpired().run();
        }
    }

    /** What is there since the test began: objects, images, spooled files. */
    record Footprint(Set<ObjectKey> objects, Set<ImageId> images, Set<String> spooled) {}

    Footprint footprint() {
        return new Footprint(Set.copyOf(objects()), Set.copyOf(images()), Set.copyOf(spooled()));
    }

    /** Sends a request and asserts that nothing has been stored by it, and nothing left behind. */
    Answer sendInVain(Call call) {
        Footprint before = footprint();
        Answer answer = send(call);
        leftBehind(before);
        return answer;
    }

    /** Asserts that there is no more than there was, now or as soon as the entry has noticed that the client is gone. */
    void leftBehind(Footprint before) {
        Eventually.within(entry.delay(), () -> assertThat(footprint()).isEqualTo(before));
    }

    /** Whether the bytes of an image are in the store. */
    boolean hasBytes(String imageId) {
        ImageId id = ImageId.parse(imageId).orElseThrow();
        return backend.store().describe(ObjectKey.of(id)).isPresent();
    }

    private List<ObjectKey> objects() {
        List<ObjectKey> keys = new ArrayList<>();
        ObjectKey after = ObjectKey.of(firstIdAt(start));
        List<StoredObject> page;
        do {
            page = backend.store().list(after, PAGE_SIZE);
            page.stream().map(StoredObject::key).filter(this::isOfThisTest).forEach(keys::add);
            after = page.isEmpty() ? after : page.getLast().key();
        } while (page.size() == PAGE_SIZE);
        return keys;
    }

    /** What forms have put for others is listed behind every image. */
    boolean isOfThisTest(ObjectKey key) {
        return key.arrivedFor().filter(id -> id.timestamp().isBefore(start)).isEmpty();
    }

    private static ImageId firstIdAt(Instant time) {
        return new ImageId(new UUID(time.toEpochMilli() << 16 | 0x7000, 1L << 63));
    }

    private List<ImageId> images() {
        ImageQuery query = new ImageQuery(null, Set.of(), TagMatch.ALL, Set.of(), null, start, null);
        List<ImageId> ids = new ArrayList<>();
        Optional<Position> next = Optional.empty();
        do {
            @Nullable Position after = next.orElse(null);
            Page<ActiveImage> page = backend.repository().list(query, after, PAGE_SIZE);
            page.items().forEach(image -> ids.add(image.id()));
            next = page.next();
        } while (next.isPresent());
        return ids;
    }

    List<String> spooled() {
        try (Stream<Path> files = Files.list(spoolDirectory)) {
            return files.map(Path::toString).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a request whose body fails; whether there is an answer to nobody depends on the entry. */
    Optional<Answer> sendAndHangUp(Call call) {
        try {
            return Optional.of(send(call));
        } catch (UncheckedIOException nobodyIsThere) {
            return Optional.empty();
        }
    }

    /** Bytes that have been read of all bodies so far. */
    long received() {
        return meter.bytes();
    }

    void awaitReceived(long bytes) {
        Eventually.within(PATIENCE, () -> assertThat(received()).isGreaterThanOrEqualTo(bytes));
    }

    /** Stops the entry; nothing that was ever sent may have left a temporary file. */
    @Override
    public void close() {
        entry.close();
        Eventually.within(
                entry.delay(), () -> assertThat(spooled()).as("temporary files").isEmpty());
        try {
            Files.delete(spoolDirectory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
