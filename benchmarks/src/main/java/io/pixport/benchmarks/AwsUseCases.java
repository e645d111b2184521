package io.pixport.benchmarks;

import io.pixport.aws.AwsClients;
import io.pixport.aws.DynamoDbMetadataRepository;
import io.pixport.aws.S3ImageStore;
import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.Announcement;
import io.pixport.core.model.ImageDetails;
import io.pixport.core.model.ImageFormat;
import io.pixport.core.model.ImageId;
import io.pixport.core.model.Limits;
import io.pixport.core.model.OnDuplicate;
import io.pixport.core.model.Sha256;
import io.pixport.core.model.Tag;
import io.pixport.core.model.UserId;
import io.pixport.core.port.ByteRange;
import io.pixport.core.port.ImageQuery;
import io.pixport.core.port.ImageQuery.TagMatch;
import io.pixport.core.port.ImageStore;
import io.pixport.core.port.MetadataRepository;
import io.pixport.core.port.ObjectContent;
import io.pixport.core.port.ObjectKey;
import io.pixport.core.usecase.GetDownloadLink.Disposition;
import io.pixport.core.usecase.ImageService;
import io.pixport.core.usecase.Outcome;
import io.pixport.core.usecase.ReceivedImage;
import io.pixport.core.usecase.Reconcile.Scope;
import io.pixport.core.usecase.Spool;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** The lives of images over S3 and DynamoDB, use case by use case. */
final class AwsUseCases {
    private static final int PAGE = 20;
    private static final UserId OWNER = new UserId("somebody");
    private static final Tag SUNSET = new Tag("sunset");
    private static final Tag NATURE = new Tag("nature");
    private static final ImageDetails DETAILS =
            ImageDetails.NONE.withTitle("Beautiful Sunset").withTags(List.of(SUNSET, NATURE, new Tag("sea")));

    private final byte[] photo;
    private final Carrier carrier;
    private final ImageStore store;
    private final MetadataRepository repository;
    private final ImageService service;
    /** When what is deleted today expires, and all that is uploaded today is old enough to be reconciled. */
    private final ImageService inAMonth;

    private final ImageService inAYear;

    /** Has everything done. */
    interface Carrier {
        /** A use case. */
        <T> T carryOut(String useCase, Callable<T> call) throws Exception;

        /** What others do to the stores between them. */
        <T> T prepare(Callable<T> call) throws Exception;
    }

    /** @param photo a JPEG; not to be changed */
    AwsUseCases(AwsClients clients, byte[] photo, Carrier carrier) {
        this.photo = photo;
        this.carrier = carrier;
        store = new S3ImageStore(clients.s3(), clients.config().bucket(), null, InstantSource.system());
        repository = new DynamoDbMetadataRepository(
                clients.dynamoDb(), clients.config().table());
        service = service(Duration.ZERO);
        inAMonth = service(Duration.ofDays(31));
        inAYear = service(Duration.ofDays(365));
    }

    private ImageService service(Duration later) {
        InstantSource clock = () -> Instant.now().plus(later);
        Spool spool = new Spool(Path.of(System.getProperty("java.io.tmpdir")), 256 * 1024);
        return ImageService.over(store, repository, clock, new SecureRandom(), spool, Limits.DEFAULTS);
    }

    /** With what does not expire when all else does. */
    void fillTrash() throws Exception {
        for (int i = 0; i < PAGE; i++) {
            ImageId id = upload();
            carrier.carryOut("delete", () -> done(inAYear.deleteImage().delete(id, null, null)));
        }
    }

    /** So many times everything, and then what is done to all of them together. */
    void run(int times) throws Exception {
        Instant start = Instant.now();
        for (int i = 0; i < times; i++) {
            ImageId id = upload();
            read(id);
            list();
            change(id);
            uploadDirectlyAndErase();
            deleteAndPurge(upload());
        }
        carrier.carryOut("reconcile a window of %d images".formatted(times), () -> inAMonth.reconcile()
                .run(Scope.since(start)));
    }

    private ImageId upload() throws Exception {
        return carrier.carryOut("upload", () -> {
            try (ReceivedImage received = done(service.receiveImage().receive(new ByteArrayInputStream(photo)))) {
                return done(service.uploadImage().upload(service.ids().next(), OWNER, null, DETAILS, received))
                        .id();
            }
        });
    }

    private void read(ImageId id) throws Exception {
        carrier.carryOut("get", () -> service.getImage().get(id).orElseThrow());
        carrier.carryOut("download link", () -> done(service.getDownloadLink().link(id, null, Disposition.INLINE)));
        carrier.carryOut("content", () -> content(id, null));
        carrier.carryOut("content, 1,000 bytes of it", () -> content(id, new ByteRange(1_000, 1_999)));
    }

    private long content(ImageId id, @Nullable ByteRange range) throws IOException {
        ActiveImage image = service.getImage().get(id).orElseThrow();
        try (ObjectContent content = service.openContent().open(image, range).orElseThrow()) {
            return content.stream().transferTo(OutputStream.nullOutputStream());
        }
    }

    private void list() throws Exception {
        page("page of a user", query(OWNER));
        page("page of a tag", query(null, SUNSET));
        page("page of a user's tag", query(OWNER, SUNSET));
        page("page of two tags", query(null, SUNSET, NATURE));
        page("page of everything", query(null));
    }

    private static ImageQuery query(@Nullable UserId owner, Tag... tags) {
        return new ImageQuery(owner, Set.of(tags), TagMatch.ALL, Set.of(), null, null, null);
    }

    private void page(String name, ImageQuery query) throws Exception {
        carrier.carryOut(name, () -> done(service.listImages().list(query, null, PAGE)));
    }

    private void change(ImageId id) throws Exception {
        carrier.carryOut(
                "change of the title",
                () -> done(service.updateImage().update(id, null, null, details -> details.withTitle("Harbour"))));
        delete(id);
        carrier.carryOut("page of the trash", () -> done(service.listTrash().list(OWNER, null, null, PAGE)));
        carrier.carryOut("restore", () -> done(service.restoreImage().restore(id, null)));
    }

    private void delete(ImageId id) throws Exception {
        carrier.carryOut("delete", () -> done(service.deleteImage().delete(id, null, null)));
    }

    private void uploadDirectlyAndErase() throws Exception {
        Sha256 sha256 = Sha256.of(Sha256.newDigest().digest(photo));
        Announcement announced =
                new Announcement(Announcement.Method.PUT, ImageFormat.JPEG, (long) photo.length, sha256);
        ImageId id = service.ids().next();
        carrier.carryOut(
                "reserve", () -> done(service.reserveUpload().reserve(id, OWNER, null, DETAILS, announced, null)));
        carrier.prepare(() -> arrive(id));
        carrier.carryOut("complete", () -> done(service.completeUpload().complete(id, OWNER, OnDuplicate.KEEP)));
        carrier.carryOut("erase", () -> done(service.eraseImage().erase(id, OWNER, null)));
    }

    /** As if they had been sent by the link. */
    private boolean arrive(ImageId id) throws IOException {
        try (ReceivedImage received = done(service.receiveImage().receive(new ByteArrayInputStream(photo)))) {
            return store.put(ObjectKey.of(id), received, ImageFormat.JPEG);
        }
    }

    private void deleteAndPurge(ImageId id) throws Exception {
        delete(id);
        int purged = carrier.carryOut(
                "purge of one image", () -> inAMonth.purgeExpired().run().purged());
        if (purged != 1) {
            throw new IllegalStateException("purged " + purged + " images");
        }
    }

    private static <T> T done(Outcome<T> outcome) {
        if (outcome instanceof Outcome.Done<T> done) {
            return done.value();
        }
        throw new IllegalStateException("not done: " + outcome);
    }
}
