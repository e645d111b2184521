package io.pixport.contracts.history;

import io.pixport.contracts.Fresh;
import io.pixport.contracts.TestClock;
import io.pixport.contracts.TestLimits;
import io.pixport.contracts.usecase.Ports;
import io.pixport.core.model.ImageDetails;
import io.pixport.core.model.ImageId;
import io.pixport.core.model.Limits;
import io.pixport.core.model.Tag;
import io.pixport.core.model.UserId;
import io.pixport.core.port.MultipartUpload;
import io.pixport.core.port.ObjectKey;
import io.pixport.core.port.PresignedLink;
import io.pixport.core.usecase.ImageService;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A server, with users, tags and a stretch of time of its own, and the model of what is in its stores. */
final class World {
    static final int USERS = 3;
    static final int TAGS = 3;
    static final Duration RETENTION = Duration.ofHours(1);
    private static final int UPLOADS = 1000;
    private static final Instant FIRST = Instant.parse("1990-01-01T00:00:00Z");
    /** Longer than a history lasts: none sees in the lists of everybody what another has left in the same stores. */
    private static final Duration APART = Duration.ofDays(5);

    private static final AtomicInteger BEGUN = new AtomicInteger();
    /** After which a purge goes on with the removal of an image that somebody has begun. */
    private static final Duration PURGE_PATIENCE = Duration.ofMinutes(10);

    private final HistoryFixture adapters;
    private final Limits limits;
    private final Model model = new Model();
    private final Instant begin = FIRST.plus(APART.multipliedBy(BEGUN.getAndIncrement()));
    private final TestClock clock = new TestClock(begin);
    /** Always the same, so that a history comes out as it did. */
    private final RandomGenerator random = new SplittableRandom(1);

    private final List<UserId> users = Stream.generate(Fresh::user).limit(USERS).toList();
    private final List<Tag> tags = Stream.generate(Fresh::tag).limit(TAGS).toList();
    private final Map<ImageId, PresignedLink> links = new HashMap<>();
    private final List<KeyedUpload> keyedUploads = new ArrayList<>();
    private final Ports ports;
    private final Server server;

    World(HistoryFixture adapters, boolean trash) {
        this.adapters = adapters;
        this.limits = TestLimits.but(Map.of("trashRetention", trash ? RETENTION : Duration.ZERO));
        this.ports = new Ports(adapters.store(), adapters.repository(), clock, random, limits);
        this.server = new Server(adapters, ports, clock);
    }

    /** The use cases over the stores themselves, which never fail. */
    ImageService reliable() {
        return adapters.useCases(ports);
    }

    Server server() {
        return server;
    }

    ImageService service() {
        return server.service();
    }

    HistoryFixture adapters() {
        return adapters;
    }

    Limits limits() {
        return limits;
    }

    boolean hasTrash() {
        return limits.trashRetention().isPositive();
    }

    /** How old bytes without a record are when they are removed. */
    Duration orphanAge() {
        return ImageService.orphanAge(limits);
    }

    Model model() {
        return model;
    }

    TestClock clock() {
        return clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** Of an id whose removal has begun in this moment. */
    State going() {
        return goingSoon(Duration.ZERO);
    }

    /** Of an id whose removal begins within this time. */
    State goingSoon(Duration time) {
        return new State.Going(now().plus(time).plus(PURGE_PATIENCE));
    }

    /** Before anything happened. */
    Instant begin() {
        return begin;
    }

    UserId user(int number) {
        return users.get(number);
    }

    int user(UserId user) {
        return users.indexOf(user);
    }

    Tag tag(int number) {
        return tags.get(number);
    }

    /** In the order of their numbers, because details with tags in another order are other details. */
    List<Tag> tags(Set<Integer> numbers) {
        return numbers.stream().sorted().map(tags::get).toList();
    }

    ImageDetails tagged(Set<Integer> numbers) {
        return ImageDetails.NONE.withTags(tags(numbers));
    }

    Set<Integer> numbers(ImageDetails details) {
        return details.tags().stream().map(tags::indexOf).collect(Collectors.toUnmodifiableSet());
    }

    /** Somebody has been given a link or a form. */
    void keep(ImageId id, PresignedLink link) {
        links.put(id, link);
    }

    @Nullable PresignedLink link(ImageId id) {
        return links.get(id);
    }

    /** An id for something that a user begins. */
    ImageId newId(int owner) {
        ImageId id = service().ids().next();
        model.put(id, owner, State.ABSENT);
        return id;
    }

    /** Somebody has begun an upload under a key. */
    void keep(KeyedUpload upload) {
        keyedUploads.addFirst(upload);
    }

    /** The youngest first. */
    Stream<KeyedUpload> keyedUploads() {
        return keyedUploads.stream();
    }

    /** Where there are parts of what is not assembled, of others as well. */
    List<ObjectKey> uploads() {
        return adapters.store().listUploads(null, UPLOADS).stream()
                .map(MultipartUpload::key)
                .toList();
    }

    boolean hasObject(ObjectKey key) {
        return adapters.store().describe(key).isPresent();
    }
}
