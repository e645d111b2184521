package io.pixport.benchmarks;

import io.pixport.aws.AwsClients;
import io.pixport.aws.DynamoDbMetadataRepository;
import io.pixport.aws.S3ImageStore;
import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.ImageDetails;
import io.pixport.core.model.ImageId;
import io.pixport.core.model.Limits;
import io.pixport.core.model.Tag;
import io.pixport.core.model.UserId;
import io.pixport.core.port.ImageQuery;
import io.pixport.core.port.ImageQuery.TagMatch;
import io.pixport.core.usecase.ImageService;
import io.pixport.core.usecase.Outcome;
import io.pixport.core.usecase.ReceivedImage;
import io.pixport.core.usecase.Spool;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * What the use cases cost over S3 and DynamoDB beside the requests that they send: each is carried out on one bucket and
 * table, and then its very requests are sent again, by the bare SDK, to another bucket and table.
 */
final class AwsOverhead {
    private static final int WARM_UP = 200;
    private static final int ROUND = 50;
    private static final UserId OWNER = new UserId("somebody");
    private static final String NAME_OF_CASES = "pixport-cases";

    private final byte[] photo;
    private final AwsRequests sent = new AwsRequests();
    private final AwsClients watched = LocalClients.open(NAME_OF_CASES, sent);
    private final AwsClients raw = LocalClients.open("pixport-raw");
    private final Measurements measurements = new Measurements();
    private final ImageService service;

    private AwsOverhead(byte[] photo) {
        this.photo = photo;
        Spool spool = new Spool(Path.of(System.getProperty("java.io.tmpdir")), 256 * 1024);
        this.service = ImageService.over(
                new S3ImageStore(watched.s3(), NAME_OF_CASES, null, InstantSource.system()),
                new DynamoDbMetadataRepository(watched.dynamoDb(), NAME_OF_CASES),
                InstantSource.system(),
                new SecureRandom(),
                spool,
                Limits.DEFAULTS);
    }

    /** @param args a JPEG */
    public static void main(String[] args) throws Exception {
        Machine.print();
        AwsOverhead overhead = new AwsOverhead(Files.readAllBytes(Path.of(args[0])));
        overhead.measure(WARM_UP, new Measurements());
        for (int round = 0; round < Setting.number("RUNS", 10); round++) {
            overhead.measure(ROUND, overhead.measurements);
        }
        overhead.measurements.print();
        for (Case useCase : Case.values()) {
            System.out.println(
                    useCase + ", as a ratio: " + overhead.measurements.ratio(useCase.cased(), useCase.raw()));
        }
        System.exit(0); // the local servers' threads go on
    }

    /** What is compared. */
    private enum Case {
        UPLOAD,
        GET,
        LIST,
        DELETE;

        String cased() {
            return name() + " as a use case, µs";
        }

        String raw() {
            return name() + " as its requests alone, µs";
        }
    }

    /** One after the other for each image, so that both sides meet the same moments. */
    private void measure(int images, Measurements into) throws Exception {
        for (int i = 0; i < images; i++) {
            ImageId id = compare(Case.UPLOAD, this::upload, into);
            compare(Case.GET, () -> service.getImage().get(id).orElseThrow(), into);
            compare(Case.LIST, this::list, into);
            if (i % 2 == 0) {
                compare(Case.DELETE, () -> done(service.deleteImage().delete(id, null, null)), into);
            }
        }
    }

    private <T> T compare(Case useCase, Callable<T> call, Measurements into) throws Exception {
        sent.clear();
        long start = System.nanoTime();
        T result = call.call();
        long between = System.nanoTime();
        sent.sendAgain(raw, photo);
        long end = System.nanoTime();
        into.add(useCase.cased(), (between - start) / 1e3);
        into.add(useCase.raw(), (end - between) / 1e3);
        return result;
    }

    private ImageId upload() throws IOException {
        ImageDetails details = ImageDetails.NONE
                .withTitle("Beautiful Sunset")
                .withTags(List.of(new Tag("sunset"), new Tag("nature"), new Tag("sea")));
        try (ReceivedImage received = done(service.receiveImage().receive(new ByteArrayInputStream(photo)))) {
            return done(service.uploadImage().upload(service.ids().next(), OWNER, null, details, received))
                    .id();
        }
    }

    private List<ActiveImage> list() {
        ImageQuery query = new ImageQuery(OWNER, Set.of(), TagMatch.ALL, Set.of(), null, null, null);
        return done(service.listImages().list(query, null, 20)).items();
    }

    private static <T> T done(Outcome<T> outcome) {
        if (outcome instanceof Outcome.Done<T> done) {
            return done.value();
        }
        throw new IllegalStateException("not done: " + outcome);
    }
}
