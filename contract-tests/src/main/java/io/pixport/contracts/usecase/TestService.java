package io.pixport.contracts.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.Digests;
import io.pixport.contracts.Fresh;
import io.pixport.contracts.ImageMaker;
import io.pixport.contracts.TestClock;
import io.pixport.contracts.TestLimits;
import io.pixport.contracts.faults.FailingImageStore;
import io.pixport.contracts.faults.FailingMetadataRepository;
import io.pixport.contracts.faults.Faults;
import io.pixport.contracts.metadata.Asking;
import io.pixport.contracts.store.LinkClient.LinkAnswer;
import io.pixport.contracts.store.StoreFixture;
import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.Announcement;
import io.pixport.core.model.Announcement.Method;
import io.pixport.core.model.FileName;
import io.pixport.core.model.Image;
import io.pixport.core.model.ImageDetails;
import io.pixport.core.model.ImageFormat;
import io.pixport.core.model.ImageId;
import io.pixport.core.model.ImageIdGenerator;
import io.pixport.core.model.Limits;
import io.pixport.core.model.OnDuplicate;
import io.pixport.core.model.Tag;
import io.pixport.core.model.TrashedImage;
import io.pixport.core.model.Upload;
import io.pixport.core.model.UserId;
import io.pixport.core.port.MetadataRepository;
import io.pixport.core.port.MultipartUpload;
import io.pixport.core.port.ObjectKey;
import io.pixport.core.port.PresignedLink;
import io.pixport.core.port.PresignedParts;
import io.pixport.core.port.StorageException;
import io.pixport.core.usecase.ImageService;
import io.pixport.core.usecase.Outcome;
import io.pixport.core.usecase.PurgeExpired;
import io.pixport.core.usecase.ReceivedImage;
import io.pixport.core.usecase.Reconcile.Scope;
import io.pixport.core.usecase.ReserveUpload.Reservation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The use cases over a pair of adapters, for one user and in a stretch of time that no other test has, with a clock that
 * can be moved and failures that can be planned.
 */
public final class TestService {
    /** From when on bytes without a record are removed. */
    public static final Duration ORPHAN_AGE = ImageService.orphanAge(Limits.DEFAULTS);

    /** What is announced of a PNG of which nothing is known yet. */
    public static final Announcement ANY_PNG = new Announcement(Method.POST, ImageFormat.PNG, null, null);

    private static final int UPLOADS = 1000;
    private static final Duration STEP = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofHours(2);

    private final TestClock clock = new TestClock(Fresh.instant());
    private final Faults faults = new Faults();
    private final UserId owner = Fresh.user();
    private final UseCaseFixture fixture;
    private final FailingImageStore store;
    private final ImageService service;
    private final ImageIdGenerator ids = new ImageIdGenerator(clock, new SecureRandom());
    private final Set<ImageId> reserved = new ConcurrentSkipListSet<>();

    TestService(UseCaseFixture fixture, Duration retention) {
        this.fixture = fixture;
        this.store = new FailingImageStore(fixture.store(), faults);
        MetadataRepository repository = new FailingMetadataRepository(fixture.repository(), faults);
        this.service = fixture.useCases(new Ports(
                store, repository, clock, new SecureRandom(), TestLimits.but(Map.of("trashRetention", retention))));
    }

    public ImageService cases() {
        return service;
    }

    public TestClock clock() {
        return clock;
    }

    public Faults faults() {
        return faults;
    }

    public UserId owner() {
        return owner;
    }

    /** An id that nothing has yet, a second younger than what was done before. */
    public ImageId freshId() {
        clock.advance(STEP);
        ImageId id = ids.next();
        reserved.add(id);
        return id;
    }

    /** Uploads a small image, which has to succeed. */
    public ActiveImage upload(Tag... tags) {
        return done(upload(ImageMaker.png(50, 50), ImageDetails.NONE.withTags(List.of(tags)), null));
    }

    /** Uploads for the owner, a second after what was done before. */
    public Outcome<ActiveImage> upload(byte[] bytes, ImageDetails details, @Nullable FileName fileName) {
        return upload(freshId(), bytes, details, fileName);
    }

    /** Uploads under an id, which has to be new. */
    public Outcome<ActiveImage> upload(ImageId id, byte[] bytes, ImageDetails details, @Nullable FileName fileName) {
        Outcome<ReceivedImage> received;
        try {
            received = service.receiveImage().receive(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (ReceivedImage image = done(received)) {
            return service.uploadImage().upload(id, owner, fileName, details, image);
        }
    }

    /** Stores bytes as an upload does that dies before it has saved the record. */
    public ImageId orphan() {
        faults.failBefore(Faults.Step.SAVE);
        List<ImageId> before = objects();
        try {
            upload();
        } catch (StorageException planned) {
            List<ImageId> now = new ArrayList<>(objects());
            now.removeAll(before);
            return now.getFirst();
        }
        throw new AssertionError("the upload should have died");
    }

    /** Reserves an upload of a PNG of these bytes, of which a form is told the format only. */
    public Reservation reserve(Method method, byte[] bytes) {
        return reserve(method, ImageFormat.PNG, bytes);
    }

    /** Reserves for the owner, a second after what was done before. */
    public Reservation reserve(Method method, ImageFormat format, byte[] bytes) {
        return done(reserve(freshId(), announced(method, format, bytes)));
    }

    /** Reserves this id for a PNG of these bytes, of which a form is told the format only. */
    public Outcome<Reservation> reserve(ImageId id, Method method, byte[] bytes) {
        return reserve(id, announced(method, ImageFormat.PNG, bytes));
    }

    private static Announcement announced(Method method, ImageFormat format, byte[] bytes) {
        return switch (method) {
            case PUT, PARTS -> new Announcement(method, format, (long) bytes.length, Digests.sha256(bytes));
            case POST -> new Announcement(method, format, null, null);
        };
    }

    private Outcome<Reservation> reserve(ImageId id, Announcement announced) {
        return service.reserveUpload().reserve(id, owner, null, ImageDetails.NONE, announced, null);
    }

    /** Sends bytes to where a link or a form leads, as somebody does who has nothing else. */
    public LinkAnswer send(PresignedLink link, byte[] bytes) {
        return fixture.links().send(link, bytes);
    }

    /** Sends one part of the bytes by its link, which it has to have. */
    public LinkAnswer send(PresignedParts parts, int number, byte[] bytes) {
        return fixture.links().sendPart(parts, number, bytes);
    }

    /** Reserves an upload of a PNG and sends its bytes, which have to be taken. */
    public Reservation arrived(Method method, byte[] bytes) {
        Reservation reservation = reserve(method, bytes);
        LinkAnswer answer = send(reservation.link(), bytes);
        assertThat(answer.isSuccess()).as("%s", answer).isTrue();
        return reservation;
    }

    public Outcome<ActiveImage> complete(ImageId id) {
        return complete(id, OnDuplicate.KEEP);
    }

    public Outcome<ActiveImage> complete(ImageId id, OnDuplicate onDuplicate) {
        return service.completeUpload().complete(id, owner, onDuplicate);
    }

    /** What the use case gave, which has to be done. */
    public static <T> T done(Outcome<T> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<T>) outcome).value();
    }

    public Optional<ActiveImage> get(ImageId id) {
        return service.getImage().get(id);
    }

    /** All bytes of an image that is there. */
    public byte[] content(ActiveImage image) {
        return StoreFixture.drain(service.openContent().open(image, null).orElseThrow());
    }

    /** The owner's images, the newest first. */
    public List<ActiveImage> images() {
        return done(service.listImages().list(Asking.of(owner).query(), null, 100))
                .items();
    }

    /** The owner's trash, the last deleted first. */
    public List<TrashedImage> trash() {
        return done(service.listTrash().list(owner, owner, null, 100)).items();
    }

    /** What the owner has reserved, the last first. */
    public List<Upload> reservations() {
        return fixture.repository().listReservations(owner, null, 1000).items();
    }

    /** Whether the store has bytes of the image. */
    public boolean hasBytes(ImageId id) {
        return fixture.store().describe(ObjectKey.of(id)).isPresent();
    }

    /** Whether a form has put bytes for the image that are still there. */
    public boolean hasUploaded(ImageId id) {
        return fixture.store().describe(ObjectKey.uploaded(id)).isPresent();
    }

    /** Whether an upload in parts has begun for the image and not ended. */
    public boolean hasParts(ImageId id) {
        return !uploads(id).isEmpty();
    }

    /** The uploads in parts that have begun for the image and not ended. */
    public List<MultipartUpload> uploads(ImageId id) {
        return uploads().stream()
                .filter(upload -> upload.key().equals(ObjectKey.of(id)))
                .toList();
    }

    private List<MultipartUpload> uploads() {
        List<MultipartUpload> uploads = new ArrayList<>();
        MultipartUpload after = null;
        List<MultipartUpload> page;
        do {
            page = fixture.store().listUploads(after, UPLOADS);
            uploads.addAll(page);
            after = page.isEmpty() ? after : page.getLast();
        } while (page.size() == UPLOADS);
        return uploads;
    }

    /** The ids under which this test has stored bytes or parts that are still there, the oldest first. */
    public List<ImageId> objects() {
        Set<ObjectKey> uploads = uploads().stream().map(MultipartUpload::key).collect(Collectors.toSet());
        return ids().filter(id -> hasBytes(id) || hasUploaded(id) || uploads.contains(ObjectKey.of(id)))
                .toList();
    }

    /** What this test has left behind that is to be cleared away some day. */
    public List<Image> expiring() {
        return ids().flatMap(id -> fixture.repository().find(id).stream())
                .filter(image -> image.expiresAt().isPresent())
                .toList();
    }

    private Stream<ImageId> ids() {
        Stream<ImageId> uploaded = store.offered().stream().flatMap(key -> key.arrivedFor().stream());
        return Stream.concat(reserved.stream(), uploaded).sorted().distinct();
    }

    /**
     * Lets so much time pass, with reconcilers and purges in between, that nothing is left that could be cleared away: what
     * is barred in one round is removed in the next, and then there is nothing to do.
     */
    public void tidy() {
        int rounds = 0;
        do {
            clock.advance(LONG);
        } while (isSomethingClearedAway() && ++rounds < 3);
    }

    private boolean isSomethingClearedAway() {
        long orphans = service.reconcile().run(Scope.EVERYTHING).orphans();
        PurgeExpired.Report purge = service.purgeExpired().run();
        return orphans + purge.purged() + purge.failed() > 0;
    }

    /** Whatever is shown has its bytes, and every answer says the same of it. */
    public void assertAnswersAgree() {
        List<ActiveImage> images = images();
        assertThat(images).allSatisfy(image -> {
            assertThat(get(image.id())).contains(image);
            assertThat(Digests.sha256(content(image))).isEqualTo(image.content().sha256());
            assertThat(image.details().tags())
                    .allSatisfy(tag -> assertThat(taggedIds(tag)).contains(image.id()));
        });
        assertThat(trash()).allSatisfy(image -> {
            assertThat(get(image.id())).isEmpty();
            assertThat(hasBytes(image.id())).isTrue();
            assertThat(images).extracting(ActiveImage::id).doesNotContain(image.id());
        });
    }

    /** After {@link #tidy}: there are these images, and not a byte or a record of anything else. */
    public void assertNothingIsThereBut(List<ImageId> expected) {
        assertThat(images()).extracting(ActiveImage::id).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(objects()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(expected).noneMatch(this::hasUploaded);
        assertThat(trash()).isEmpty();
        assertThat(expiring()).isEmpty();
        assertAnswersAgree();
    }

    private List<ImageId> taggedIds(Tag tag) {
        return done(service.listImages().list(Asking.of(owner).tagged(tag).query(), null, 100)).items().stream()
                .map(ActiveImage::id)
                .toList();
    }
}
