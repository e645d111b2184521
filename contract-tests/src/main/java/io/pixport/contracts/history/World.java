package io.pixport.contracts.history;

import io.pixport.contracts.Fresh;
import io.pixport.contracts.TestClock;
import io.pixport.contracts.TestLimits;
import io.pixport.contracts.faults.FailingImageStore;
import io.pixport.contracts.faults.FailingMetadataRepository;
import io.pixport.contracts.faults.Faults;
import io.pixport.contracts.usecase.Ports;
import io.pixport.contracts.usecase.UseCaseFixture;
import io.pixport.core.model.ImageDetails;
import io.pixport.core.model.ImageId;
import io.pixport.core.model.Limits;
import io.pixport.core.model.Tag;
import io.pixport.core.model.UserId;
import io.pixport.core.port.ImageStore;
import io.pixport.core.port.MetadataRepository;
import io.pixport.core.port.ObjectKey;
import io.pixport.core.port.PresignedLink;
import io.pixport.core.usecase.ImageService;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A service that dies and comes back over stores that outlive it, with users, tags and a stretch of time of its own, and
 * the model of what is in them.
 */
final class World {
    static final int USERS = 3;
    static final int TAGS = 3;
    static final Duration RETENTION = Duration.ofHours(1);
    /** After which a purge goes on with the removal of an image that somebody has begun. */
    private static final Duration PURGE_PATIENCE = Duration.ofMinutes(10);

    private final UseCaseFixture adapters;
    private final Limits limits;
    private final Model model = new Model();
    private final TestClock clock = new TestClock(Fresh.instant());
    private final Instant begin = clock.instant();
    /** Always the same, so that a history comes out as it did. */
    private final RandomGenerator random = new SplittableRandom(1);

    private final List<UserId> users = Stream.generate(Fresh::user).limit(USERS).toList();
    private final List<Tag> tags = Stream.generate(Fresh::tag).limit(TAGS).toList();
    private final Map<ImageId, PresignedLink> links = new HashMap<>();
    private final Faults faults = new Faults();
    private final FailingImageStore store;
    private ImageService service;

    World(UseCaseFixture adapters, boolean trash) {
        this.adapters = adapters;
        this.limits = TestLimits.but(Map.of("trashRetention", trash ? RETENTION : Duration.ZERO));
        this.store = new FailingImageStore(adapters.store(), faults);
        this.service = begun();
    }

    private ImageService begun() {
        return service(store, new FailingMetadataRepository(adapters.repository(), faults));
    }

    /** The use cases over the stores themselves, which never fail. */
    ImageService reliable() {
        return service(adapters.store(), adapters.repository());
    }

    private ImageService service(ImageStore over, MetadataRepository repository) {
        return adapters.useCases(new Ports(over, repository, clock, random, limits));
    }

    /** The process has died, and another one begins. */
    void restart() {
        faults.restart();
        service = begun();
    }

    void plan(Trouble trouble, Consumer<Trouble> struck) {
        trouble.plan(faults, struck);
    }

    /** No trouble that has been planned comes any more. */
    void mend() {
        faults.mend();
    }

    ImageService service() {
        return service;
    }

    /** How many objects the service has opened and not closed. */
    int open() {
        return store.open();
    }

    UseCaseFixture adapters() {
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
        return new State.Going(now().plus(PURGE_PATIENCE));
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
        ImageId id = service.ids().next();
        model.put(id, owner, State.ABSENT);
        return id;
    }

    boolean hasObject(ObjectKey key) {
        return adapters.store().describe(key).isPresent();
    }
}
