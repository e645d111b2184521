package io.pixport.javalin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.aws.AwsClients;
import io.pixport.aws.DynamoDbMetadataRepository;
import io.pixport.contracts.Images;
import io.pixport.contracts.metadata.Records;
import io.pixport.core.model.ActiveImage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** The server and its commands as processes, with a store in AWS. */
@Execution(ExecutionMode.CONCURRENT)
final class MainOnAwsTest {
    private static final Pattern ANNOUNCEMENT =
            Pattern.compile("Pixport listens on (http://\\S+) \\(images are kept in the S3 bucket (\\S+) and .*");
    private static final Pattern ID = Pattern.compile("\"image_id\":\"([^\"]+)\"");
    private static final byte[] PHOTO = Images.bytes("good/photo.jpg");
    /** Made in 2020. */
    private static final String OLD_OBJECT = "images/0170a5b0-0000-7000-8000-000000000001";

    private static final String FOUND_ONE = "objects without a record: 1, removed: ";

    private record Ended(List<String> lines, int exitCode) {}

    private static Ended run(Map<String, String> environment, String... arguments) throws Exception {
        try (ServerProcess process = ServerProcess.start(environment, arguments)) {
            return new Ended(process.lines(), process.exitCode());
        }
    }

    private static Map<String, String> with(Map<String, String> environment, String... namesAndValues) {
        Map<String, String> changed = new HashMap<>(environment);
        changed.put("PIXPORT_PORT", "0");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            changed.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return changed;
    }

    private static String group(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }

    private static String upload(HttpClient client, String url) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/images?user_id=user123"))
                .header("Content-Type", "image/jpeg")
                .POST(BodyPublishers.ofByteArray(PHOTO))
                .build();
        return group(ID, client.send(request, BodyHandlers.ofString()).body());
    }

    private static byte[] get(HttpClient client, String url) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
        return client.send(request, BodyHandlers.ofByteArray()).body();
    }

    @Test
    void from_nothing_to_an_image_that_outlives_its_server() throws Exception {
        TestBucket bucket = TestBucket.named();
        Map<String, String> environment = with(bucket.environment());
        Ended before = run(environment, "provision", "--check");
        assertThat(before.lines()).hasSize(2).allMatch(line -> line.contains(": missing (expected "));
        assertThat(before.exitCode()).isEqualTo(1);

        Ended provision = run(environment, "provision");
        assertThat(provision.lines())
                .contains("bucket " + bucket.name() + ": created", "table " + bucket.name() + ": created");
        assertThat(provision.exitCode()).isZero();

        String id;
        try (HttpClient client = HttpClient.newHttpClient()) {
            try (ServerProcess server = ServerProcess.start(environment)) {
                id = upload(client, group(ANNOUNCEMENT, server.line()));
                server.stop();
                assertThat(server.exitCode()).isZero();
            }
            try (ServerProcess server = ServerProcess.start(environment)) {
                String url = group(ANNOUNCEMENT, server.line());
                assertThat(get(client, url + "/images/" + id + "/content")).isEqualTo(PHOTO);
                assertThat(get(client, url + "/health/ready")).asString(UTF_8).contains("ready");
            }
        }
        assertThat(run(environment, "provision", "--check").exitCode()).isZero();
    }

    @Test
    void reconcile_removes_bytes_without_a_record_but_not_on_a_dry_run() throws Exception {
        TestBucket bucket = TestBucket.provisioned();
        try (AwsClients clients = bucket.open()) {
            clients.s3().putObject(put -> put.bucket(bucket.name()).key(OLD_OBJECT), RequestBody.fromBytes(PHOTO));

            Ended dry = run(bucket.environment(), "reconcile", "--dry-run");
            assertThat(dry.lines()).hasSize(2).last().isEqualTo("images without bytes: 0");
            assertThat(dry.lines().getFirst()).endsWith("1 objects, 0 images; " + FOUND_ONE + "0; with bytes again: 0");
            assertThat(dry.exitCode()).isZero();

            Ended later = run(bucket.environment(), "reconcile", "--since=2021-01-01T00:00:00Z");
            assertThat(later.lines().getFirst()).contains(" 0 objects, 0 images;");

            Ended reconciled = run(bucket.environment(), "reconcile");
            assertThat(reconciled.lines().getFirst()).contains(FOUND_ONE + "1;");
            assertThat(clients.s3()
                            .listObjectsV2(list -> list.bucket(bucket.name()))
                            .contents())
                    .isEmpty();
        }
    }

    @Test
    void mend_lists_removes_an_entry_of_no_image_but_not_on_a_dry_run() throws Exception {
        TestBucket bucket = TestBucket.provisioned();
        ActiveImage image = new Records().active();
        try (AwsClients clients = bucket.open()) {
            DynamoDbMetadataRepository repository = new DynamoDbMetadataRepository(
                    clients.dynamoDb(), clients.config().table());
            repository.save(image);
            clients.dynamoDb()
                    .deleteItem(delete -> delete.tableName(clients.config().table())
                            .key(Map.of(
                                    "pk", AttributeValue.fromS("IMAGE#" + image.id()),
                                    "sk", AttributeValue.fromS("RECORD"))));

            Ended dry = run(bucket.environment(), "mend-lists", "--dry-run");
            assertThat(dry.lines()).containsExactly("list entries: 3, of no image: 3, lacking: 0, mended: 0");
            assertThat(dry.exitCode()).isEqualTo(1);
            assertThat(run(bucket.environment(), "mend-lists").lines())
                    .containsExactly("list entries: 3, of no image: 3, lacking: 0, mended: 3");

            Ended sound = run(bucket.environment(), "mend-lists");
            assertThat(sound.lines()).containsExactly("list entries: 0, of no image: 0, lacking: 0, mended: 0");
            assertThat(sound.exitCode()).isZero();
        }
    }

    @Test
    void without_a_bucket_it_says_which_command_makes_it() throws Exception {
        TestBucket bucket = TestBucket.named();

        assertCannotStart(
                bucket.environment(),
                "There is no bucket %s; `java -jar pixport.jar provision` makes it.".formatted(bucket.name()));
    }

    @Test
    void without_a_table_it_says_which_command_makes_it() throws Exception {
        TestBucket bucket = TestBucket.provisioned();

        assertCannotStart(
                with(bucket.environment(), "PIXPORT_TABLE", "nowhere"),
                "There is no table nowhere; `java -jar pixport.jar provision` makes it.");
    }

    @Test
    void with_a_table_of_another_shape_it_says_what_is_different() throws Exception {
        TestBucket bucket = TestBucket.provisioned();
        String other = TestBucket.named().name();
        try (AwsClients clients = bucket.open()) {
            clients.dynamoDb().createTable(create -> create.tableName(other)
                    .attributeDefinitions(AttributeDefinition.builder()
                            .attributeName("id")
                            .attributeType(ScalarAttributeType.S)
                            .build())
                    .keySchema(KeySchemaElement.builder()
                            .attributeName("id")
                            .keyType(KeyType.HASH)
                            .build())
                    .billingMode(BillingMode.PAY_PER_REQUEST));
        }

        assertCannotStart(
                with(bucket.environment(), "PIXPORT_TABLE", other),
                "The table %s cannot be used: expected keys pk (HASH, S), sk (RANGE, S), found keys id (HASH, S)."
                                .formatted(other)
                        + " Name another, and `java -jar pixport.jar provision` makes it.");
    }

    @Test
    void with_wrong_credentials_it_says_so() throws Exception {
        TestBucket bucket = TestBucket.provisioned();

        assertCannotStart(
                with(bucket.environment(), "AWS_SECRET_ACCESS_KEY", "wrong"),
                "The bucket %s cannot be used: 403 (wrong credentials, or ones that may not do this)."
                                .formatted(bucket.name())
                        + " `java -jar pixport.jar provision --check` tells more.");
    }

    @Test
    void with_nobody_there_it_says_where_it_looked() throws Exception {
        Ended ended = run(with(TestBucket.named().environment(), "AWS_ENDPOINT_URL_S3", "http://127.0.0.1:1"));

        assertThat(ended.lines())
                .singleElement()
                .asString()
                .contains("out of reach")
                .contains("127.0.0.1:1");
        assertThat(ended.exitCode()).isEqualTo(1);
    }

    private static void assertCannotStart(Map<String, String> environment, String sentence) throws Exception {
        assertThat(run(environment)).isEqualTo(new Ended(List.of(sentence), 1));
    }
}
