package io.pixport.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.aws.CapacityMeter.Bill;
import io.pixport.contracts.Digests;
import io.pixport.contracts.ImageMaker;
import io.pixport.contracts.TestClock;
import io.pixport.contracts.metadata.Asking;
import io.pixport.contracts.store.BytesPayload;
import io.pixport.contracts.store.StoreFixture;
import io.pixport.contracts.usecase.TestService;
import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.Announcement;
import io.pixport.core.model.Announcement.Method;
import io.pixport.core.model.Dimensions;
import io.pixport.core.model.FileName;
import io.pixport.core.model.Image;
import io.pixport.core.model.ImageContent;
import io.pixport.core.model.ImageDetails;
import io.pixport.core.model.ImageFormat;
import io.pixport.core.model.ImageIdGenerator;
import io.pixport.core.model.Limits;
import io.pixport.core.model.OnDuplicate;
import io.pixport.core.model.PendingImage;
import io.pixport.core.model.PurgingImage;
import io.pixport.core.model.Sha256;
import io.pixport.core.model.Tag;
import io.pixport.core.model.TrashedImage;
import io.pixport.core.model.UserId;
import io.pixport.core.port.IdempotencyStore;
import io.pixport.core.port.IdempotencyStore.Claim;
import io.pixport.core.port.ImageQuery;
import io.pixport.core.port.ImageStore;
import io.pixport.core.port.MetadataRepository;
import io.pixport.core.port.ObjectKey;
import io.pixport.core.usecase.ImageService;
import io.pixport.core.usecase.Outcome;
import io.pixport.core.usecase.Spool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.sync.RequestBody;

/** What the use cases ask of S3 and DynamoDB, in requests and in the units that DynamoDB reports, and the table made of that. */
final class CostTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "cost.md");
    private static final int PAGE = 20;
    /** Among which a rare tag and a common one meet; more by -Dpixport.test.images=100000. */
    private static final int IMAGES = Integer.getInteger("pixport.test.images", 5_000);

    /** On demand, in us-east-1; the document names source and date. */
    private static final double DOLLARS_PER_READ_UNIT = 0.125e-6;

    private static final double DOLLARS_PER_WRITE_UNIT = 0.625e-6;
    private static final Map<String, Double> DOLLARS_PER_REQUEST = Map.of(
            "PutObject", 5e-6,
            "CreateMultipartUpload", 5e-6,
            "ListParts", 5e-6,
            "CompleteMultipartUpload", 5e-6,
            "GetObject", 0.4e-6,
            "DeleteObject", 0.0);

    private static final CapacityMeter METER = new CapacityMeter();
    private static final AwsClients CLIENTS = TestAws.watchedBy(METER);
    private static final MetadataRepository REPOSITORY = TestAws.repository(CLIENTS);
    private static final ImageStore STORE = TestAws.store(CLIENTS);

    /** Before every time of other tests, and the same ids in every run: what an image costs depends on its shard. */
    private static final Instant BEGIN = Instant.parse("1999-01-01T00:00:00Z");

    private static final TestClock CLOCK = new TestClock(BEGIN);
    private static final ImageIdGenerator IDS = new ImageIdGenerator(CLOCK, new Random(42));
    private static final UserId OWNER = new UserId("user-of-the-cost-test");
    private static final List<Tag> TAGS = List.of(new Tag("cost-sea"), new Tag("cost-summer"), new Tag("cost-boats"));
    private static final List<Tag> OTHER_TAGS =
            List.of(new Tag("cost-sky"), new Tag("cost-night"), new Tag("cost-quay"));
    private static final Sha256 SHA256 = Digests.sha256(new byte[1]);
    private static final byte[] SENT = ImageMaker.png(50, 50);
    private static final Instant END_OF_THE_FILLING = BEGIN.plusSeconds(2 * PAGE + 1);

    @BeforeAll
    static void fill() {
        for (int i = 0; i < 2 * PAGE; i++) {
            REPOSITORY.save(image(OWNER, TAGS));
        }
    }

    @AfterAll
    static void close() {
        CLIENTS.close();
    }

    @Test
    void aSavedImageIsOneTransaction() {
        assertThat(METER.of(() -> REPOSITORY.save(image(OWNER, TAGS))).operations())
                .containsExactly("TransactWriteItems");
    }

    /** As is presumed where the units of transactions are counted. */
    @Test
    void anItemIsOfLessThanAKilobyte() {
        ActiveImage image = image(OWNER, TAGS);
        TrashedImage trashed = image.trash(CLOCK.instant(), Duration.ofDays(30));

        Bill bill = METER.of(() -> {
            put(ItemKey.record(image.id()), trashed);
            ListEntries.of(image).forEach(key -> put(key, trashed));
        });

        assertThat(bill.operations()).hasSize(10);
        assertThat(bill.writeUnits()).isEqualTo(10);
    }

    /** Under a key as long, where nobody looks. */
    private static void put(ItemKey key, Image image) {
        ItemKey elsewhere = new ItemKey("x" + key.partition().substring(1), key.sort());
        CLIENTS.dynamoDb().putItem(put -> put.tableName(CLIENTS.config().table())
                .item(Items.of(elsewhere, RecordCodec.encode(image))));
    }

    @Test
    void anImageIsFoundByOneGetItemOfOneUnit() {
        ActiveImage image = saved();

        Bill bill = METER.of(() -> REPOSITORY.find(image.id()));

        assertThat(bill.operations()).containsExactly("GetItem");
        assertThat(bill.readUnits()).isEqualTo(1);
    }

    @Test
    void aPageIsOneQueryOrOneForEachShardOrTag() {
        assertThat(METER.of(() -> page(Asking.of(OWNER))).operations()).containsExactly("Query");
        assertThat(METER.of(() -> page(Asking.of(OWNER).tagged(TAGS.get(0)))).operations())
                .containsExactly("Query");
        assertThat(METER.of(() -> page(Asking.ofEverybody().tagged(TAGS.get(0))))
                        .operations())
                .containsExactly("Query");
        assertThat(METER.of(() -> page(Asking.ofEverybody().taggedAny(TAGS.get(0), TAGS.get(1))))
                        .operations())
                .containsExactly("Query", "Query");
        assertThat(METER.of(() -> page(everything())).operations()).containsExactly("Query", "Query", "Query", "Query");
        assertThat(METER.of(() -> REPOSITORY.listTrash(OWNER, null, PAGE)).operations())
                .containsExactly("Query");
    }

    @Test
    void aChangeADeletionAndARestorationAreOneTransactionEach() {
        ActiveImage image = saved();
        ActiveImage edited = image.edit(image.details().withTitle("Other"), CLOCK.instant());
        TrashedImage trashed = edited.trash(CLOCK.instant(), Duration.ofDays(30));
        ActiveImage restored = trashed.restore(CLOCK.instant());
        PurgingImage purging = restored.purge(CLOCK.instant(), Duration.ofMinutes(10));

        Bill bill = METER.of(() -> {
            REPOSITORY.update(image, edited);
            REPOSITORY.update(edited, trashed);
            REPOSITORY.update(trashed, restored);
            REPOSITORY.update(restored, purging);
            REPOSITORY.delete(purging);
        });

        assertThat(bill.operations()).hasSize(5).containsOnly("TransactWriteItems");
    }

    @ParameterizedTest
    @EnumSource(
            value = Method.class,
            names = {"PUT", "POST"})
    void aDirectUploadIsAtMostThreeRequestsToEachStore(Method method) {
        ImageService service = service();
        List<String> requests =
                new ArrayList<>(METER.of(() -> reserve(service, method)).operations());
        PendingImage reserved = reserved(service, method);
        requests.addAll(METER.of(() -> complete(service, reserved)).operations());

        assertThat(requests.stream().filter(operation -> !operation.endsWith("Object")))
                .containsExactlyInAnyOrder("TransactWriteItems", "GetItem", "TransactWriteItems");
        assertThat(requests.stream().filter(operation -> operation.endsWith("Object")))
                .containsExactlyElementsOf(
                        method == Method.PUT
                                ? List.of("GetObject")
                                : List.of("GetObject", "PutObject", "DeleteObject"));
    }

    @Test
    void theTableOfTheDocumentIsWhatIsMeasured() throws IOException {
        String table = String.join("\n", rows());

        assertThat(Files.readString(DOCUMENT))
                .as("docs/cost.md; to refresh it, put these rows in place of its own:%n%s", table)
                .contains(table);
    }

    @Test
    void aRareTagAndACommonOneTogetherReadLittleMoreThanThePage() {
        Tag common = new Tag("cost-common");
        Tag rare = new Tag("cost-rare");
        UserId owner = new UserId("user-of-the-rare-tag");
        List<ActiveImage> both = new ArrayList<>();
        List<ActiveImage> images = new ArrayList<>();
        for (int i = 0; i < IMAGES; i++) {
            List<Tag> tags = i % 100 == 0 ? List.of(rare) : i % 200 == 50 ? List.of(common, rare) : List.of(common);
            ActiveImage image = image(owner, tags);
            images.add(image);
            if (tags.size() == 2) {
                both.add(image);
            }
        }
        LoadedLists.load(TestAws.clients(), images, "TAG#");
        ImageQuery query = Asking.ofEverybody().tagged(common, rare).query();
        double unitsOfAPage =
                METER.of(() -> page(Asking.ofEverybody().tagged(common))).readUnits();

        Bill bill = METER.of(() -> assertThat(REPOSITORY.list(query, null, PAGE).items())
                .isEqualTo(both.reversed().subList(0, PAGE)));

        assertThat(bill.readUnits())
                .as("read units beside those of a page of one tag, %s", unitsOfAPage)
                .isLessThanOrEqualTo(5 * unitsOfAPage);
        assertThat(bill.operations()).hasSizeLessThanOrEqualTo(4);
    }

    /** Each is what its use case asks for: who changes an image finds it first. */
    private static List<String> rows() {
        ActiveImage plain = image(OWNER, List.of());
        ActiveImage image = image(OWNER, TAGS);
        ActiveImage edited = image.edit(image.details().withTitle("Harbour in the evening"), CLOCK.instant());
        ActiveImage retagged = edited.edit(edited.details().withTags(OTHER_TAGS), CLOCK.instant());
        TrashedImage trashed = retagged.trash(CLOCK.instant(), Duration.ofDays(30));
        ActiveImage restored = trashed.restore(CLOCK.instant());
        PurgingImage purging = restored.purge(CLOCK.instant(), Duration.ofMinutes(10));
        ImageService service = service();
        PendingImage byLink = reserved(service, Method.PUT);
        PendingImage byForm = reserved(service, Method.POST);
        PendingImage inParts = reserved(service, Method.PARTS);
        List<Row> rows = List.of(
                new Row("upload, without tags", METER.of(() -> upload(plain))),
                new Row("upload", METER.of(() -> upload(image))),
                new Row("reserve", METER.of(() -> reserve(service, Method.PUT))),
                new Row("reserve, in parts", METER.of(() -> reserve(service, Method.PARTS))),
                new Row("links for the parts that are missing", METER.of(() -> parts(service, inParts))),
                new Row("complete, sent by a link", METER.of(() -> complete(service, byLink))),
                new Row("complete, sent by a form", METER.of(() -> complete(service, byForm))),
                new Row("complete, sent in parts", METER.of(() -> complete(service, inParts))),
                new Row("get, or a link", METER.of(() -> REPOSITORY.find(image.id()))),
                new Row("content", METER.of(() -> content(image))),
                new Row("page of a user", METER.of(() -> page(Asking.of(OWNER)))),
                new Row(
                        "page of a tag",
                        METER.of(() -> page(Asking.ofEverybody().tagged(TAGS.get(0))))),
                new Row(
                        "page of any of 2 tags",
                        METER.of(() -> page(Asking.ofEverybody().taggedAny(TAGS.get(0), TAGS.get(1))))),
                new Row(
                        "page of all of 2 tags",
                        METER.of(() -> page(Asking.ofEverybody().tagged(TAGS.get(0), TAGS.get(1))))),
                new Row("page of everything", METER.of(() -> page(everything()))),
                new Row("change of the title", METER.of(() -> change(image, edited))),
                new Row("change of all tags", METER.of(() -> change(edited, retagged))),
                new Row("delete", METER.of(() -> change(retagged, trashed))),
                new Row("page of the trash", METER.of(() -> REPOSITORY.listTrash(OWNER, null, PAGE))),
                new Row("page of reservations", METER.of(() -> REPOSITORY.listReservations(OWNER, null, PAGE))),
                new Row("an image of the same bytes", METER.of(() -> service.reuseImage()
                        .reuse(OWNER, Digests.sha256(SENT), OnDuplicate.RETURN))),
                new Row("restore", METER.of(() -> change(trashed, restored))),
                new Row("erase", METER.of(() -> {
                    change(restored, purging);
                    STORE.delete(ObjectKey.of(purging.id()));
                    REPOSITORY.delete(purging);
                })),
                new Row("idempotency key of an upload", METER.of(CostTest::answerUnderAKey)));
        return rows.stream().map(Row::toString).toList();
    }

    /** What a use case took. */
    private record Row(String useCase, Bill bill) {
        @Override
        public String toString() {
            double dollars = bill.readUnits() * DOLLARS_PER_READ_UNIT
                    + bill.writeUnits() * DOLLARS_PER_WRITE_UNIT
                    + bill.operations().stream()
                            .mapToDouble(operation -> DOLLARS_PER_REQUEST.getOrDefault(operation, 0.0))
                            .sum();
            return String.format(
                    Locale.ROOT,
                    "| %s | %s | %s | %s | %.2f |",
                    useCase,
                    requests(),
                    units(bill.readUnits()),
                    units(bill.writeUnits()),
                    dollars * 1_000_000);
        }

        private String requests() {
            return new TreeSet<>(bill.operations())
                    .stream()
                            .map(operation -> Collections.frequency(bill.operations(), operation) + " " + operation)
                            .collect(Collectors.joining(", "));
        }

        private static String units(double units) {
            return units == Math.rint(units) ? Long.toString((long) units) : Double.toString(units);
        }
    }

    private static void upload(ActiveImage image) {
        assertThat(STORE.put(ObjectKey.of(image.id()), new BytesPayload(new byte[1]), ImageFormat.JPEG))
                .isTrue();
        assertThat(REPOSITORY.save(image)).isTrue();
    }

    private static ImageService service() {
        Spool spool = new Spool(Path.of("target"), SENT.length);
        return ImageService.over(STORE, REPOSITORY, CLOCK, new Random(42), spool, Limits.DEFAULTS);
    }

    /** Of an image with three tags and all texts. */
    private static PendingImage reserve(ImageService service, Method method) {
        ActiveImage like = image(OWNER, TAGS);
        Announcement announced = new Announcement(method, ImageFormat.PNG, (long) SENT.length, Digests.sha256(SENT));
        return TestService.done(service.reserveUpload()
                        .reserve(service.ids().next(), OWNER, like.fileName(), like.details(), announced, null))
                .image();
    }

    /** With its bytes where they arrive. */
    private static PendingImage reserved(ImageService service, Method method) {
        PendingImage pending = reserve(service, method);
        switch (method) {
            case PUT -> put(ObjectKey.of(pending.id()));
            case POST -> put(ObjectKey.uploaded(pending.id()));
            case PARTS -> putPart(pending);
        }
        return pending;
    }

    private static void put(ObjectKey key) {
        assertThat(STORE.put(key, new BytesPayload(SENT), ImageFormat.PNG)).isTrue();
    }

    private static void putPart(PendingImage pending) {
        TestAws.clients()
                .s3()
                .uploadPart(
                        part -> part.bucket(TestAws.clients().config().bucket())
                                .key(ObjectKey.of(pending.id()).value())
                                .uploadId(
                                        Objects.requireNonNull(pending.parts()).uploadId())
                                .partNumber(1),
                        RequestBody.fromBytes(SENT));
    }

    private static void parts(ImageService service, PendingImage pending) {
        assertThat(service.getUpload().get(pending.id(), OWNER)).isEqualTo(new Outcome.Done<>(pending));
        assertThat(TestService.done(service.getParts().get(pending)).parts()).hasSize(1);
    }

    private static void complete(ImageService service, PendingImage pending) {
        assertThat(TestService.done(service.completeUpload().complete(pending.id(), OWNER, OnDuplicate.KEEP))
                        .owner())
                .isEqualTo(OWNER);
    }

    private static void content(ActiveImage image) {
        assertThat(REPOSITORY.find(image.id())).contains(image);
        assertThat(StoreFixture.drain(STORE.open(ObjectKey.of(image.id()), null).orElseThrow()))
                .hasSize(1);
    }

    private static void change(Image seen, Image image) {
        assertThat(REPOSITORY.find(seen.id())).contains(seen);
        assertThat(REPOSITORY.update(seen, image)).isTrue();
    }

    private static void answerUnderAKey() {
        IdempotencyStore store = TestAws.idempotencyStore(CLIENTS);
        Claim claim = store.claim("key-of-the-cost-test", SHA256, IDS.next().toString(), BEGIN, BEGIN.plusSeconds(120));
        store.finish("key-of-the-cost-test", (Claim.Started) claim, "a".repeat(900), BEGIN.plusSeconds(86_400));
    }

    private static void page(Asking asking) {
        assertThat(REPOSITORY.list(asking.query(), null, PAGE).items()).hasSize(PAGE);
    }

    /** Of what this test has made. */
    private static Asking everything() {
        return Asking.ofEverybody().from(BEGIN).until(END_OF_THE_FILLING);
    }

    private static ActiveImage saved() {
        ActiveImage image = image(OWNER, TAGS);
        REPOSITORY.save(image);
        return image;
    }

    /** With a title, a description and an alternative text as people write them. */
    private static ActiveImage image(UserId owner, List<Tag> tags) {
        CLOCK.advance(Duration.ofSeconds(1));
        ImageDetails details = new ImageDetails(
                "Sunset over the harbour",
                "The last boats come home while the lights go on along the quay.",
                "Fishing boats before an orange sky",
                tags,
                Map.of());
        ImageContent content = new ImageContent(ImageFormat.JPEG, 811_904, new Dimensions(1920, 1080), 1, SHA256);
        return ActiveImage.uploaded(IDS.next(), owner, new FileName("IMG_20260211_103000.jpg"), details, content);
    }
}
