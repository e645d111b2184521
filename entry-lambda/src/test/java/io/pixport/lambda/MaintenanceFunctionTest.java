package io.pixport.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.aws.AwsClients;
import io.pixport.contracts.Eventually;
import io.pixport.contracts.ImageMaker;
import io.pixport.core.model.ImageId;
import io.pixport.core.port.ObjectKey;
import io.pixport.http.Headers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.S3Object;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a schedule runs, in a process of its own, as the runtime of Lambda runs it. */
@Execution(ExecutionMode.CONCURRENT)
final class MaintenanceFunctionTest {
    private static final Duration TIME = Duration.ofSeconds(60);
    /** What EventBridge Scheduler sends when it is not told what else. */
    private static final String SCHEDULED = """
            {"version": "0", "id": "7bf73129-1428-4cd3-a780-95db273d1602", "detail-type": "Scheduled Event",
             "source": "aws.scheduler", "account": "123456789012", "time": "2026-02-11T10:00:00Z", "region": "us-east-1",
             "resources": ["arn:aws:scheduler:us-east-1:123456789012:schedule/default/pixport"], "detail": "{}"}
            """;

    @Test
    void whatHasExpiredAndBytesWithoutARecordAreRemoved() throws Exception {
        TestTable table = TestTable.provisioned();
        Map<String, String> environment = new HashMap<>(table.environment());
        environment.put("PIXPORT_TRASH_RETENTION", "1");
        String kept = uploadTwoAndTrashOne(environment);
        Instant expired = Instant.now().plus(Duration.ofSeconds(1));
        try (AwsClients clients = table.open();
                RuntimeApi lambda = new RuntimeApi(MaintenanceFunction.class, environment)) {
            String orphan = putOrphan(clients, Instant.now().minus(Duration.ofHours(3)));
            String young = putOrphan(clients, Instant.now().minus(Duration.ofMinutes(2)));
            String tooOld = putOrphan(clients, Instant.now().minus(MaintenanceFunction.LOOK_BACK.multipliedBy(2)));

            JsonNode dry = answer(lambda.invoke(bytes("{\"dry_run\": true}"), TIME));
            assertThat(dry).isEqualTo(json("""
                    {"objects": 1, "images": 0, "without_record": 1, "removed": 0, "without_bytes": 0,
                     "with_bytes_again": 0, "complete": true}"""));
            assertThat(keys(clients)).contains(orphan).hasSize(5);

            Eventually.within(TIME, () -> assertThat(Instant.now()).isAfter(expired));
            JsonNode run = answer(lambda.invoke(bytes(SCHEDULED), TIME));
            assertThat(run).isEqualTo(json("""
                    {"purged": 1, "not_purged": 0,
                     "objects": 1, "images": 0, "without_record": 1, "removed": 1, "without_bytes": 0,
                     "with_bytes_again": 0, "complete": true}"""));
            assertThat(keys(clients)).containsExactlyInAnyOrder(kept, young, tooOld);
            lambda.awaitLog("\"removed\":1");
        }
    }

    @Test
    void withoutABucketARunFailsAndSaysWhatMakesIt() throws Exception {
        TestTable table = TestTable.named();
        try (RuntimeApi lambda = new RuntimeApi(MaintenanceFunction.class, table.environment())) {
            RuntimeApi.Said error = lambda.invoke(bytes(SCHEDULED), TIME);

            assertThat(error.what()).isEqualTo("error");
            assertThat(error.text())
                    .contains("There is no bucket %s; `java -jar pixport.jar provision` makes it."
                            .formatted(table.name()));
        }
    }

    @Test
    void anotherEventIsAnErrorThatSaysWhatIsWrong() throws Exception {
        TestTable table = TestTable.named();
        try (RuntimeApi lambda = new RuntimeApi(MaintenanceFunction.class, table.environment())) {
            assertThat(lambda.invoke(bytes("[]"), TIME).text()).contains("The event is no JSON object");
            assertThat(lambda.invoke(bytes("{\"dry_run\": \"yes\"}"), TIME).text())
                    .contains("dry_run is not true or false");
        }
    }

    @Test
    void withoutAStoreInAwsItDoesNotStart() throws Exception {
        try (RuntimeApi lambda = new RuntimeApi(MaintenanceFunction.class, Map.of())) {
            RuntimeApi.Said error = lambda.said();

            assertThat(error.what()).isEqualTo("init/error");
            assertThat(error.text()).contains("maintenance by a schedule needs PIXPORT_STORE=aws");
        }
    }

    /** @return the key of the one that stays */
    private static String uploadTwoAndTrashOne(Map<String, String> environment) throws Exception {
        try (RuntimeApi lambda = new RuntimeApi(PixportFunction.class, environment)) {
            String id = upload(lambda);
            byte[] delete =
                    TestGateway.HTTP_API.event("DELETE", "/images/" + upload(lambda), Headers.of(), new byte[0]);
            assertThat(TestGateway.HTTP_API
                            .received(lambda.invoke(delete, TIME).body())
                            .status())
                    .isEqualTo(200);
            return key(ImageId.parse(id).orElseThrow());
        }
    }

    private static String upload(RuntimeApi lambda) throws InterruptedException {
        byte[] upload = TestGateway.HTTP_API.event(
                "POST", "/images?user_id=me", Headers.of("Content-Type", "image/jpeg"), ImageMaker.jpegOfSize(3_000));
        byte[] answer = TestGateway.HTTP_API
                .received(lambda.invoke(upload, TIME).body())
                .body();
        return JsonMapper.shared().readTree(answer).get("image_id").stringValue();
    }

    private static String putOrphan(AwsClients clients, Instant time) {
        String key = key(new ImageId(new UUID(time.toEpochMilli() << 16 | 0x7000, 1L << 63)));
        clients.s3()
                .putObject(
                        put -> put.bucket(clients.config().bucket()).key(key), RequestBody.fromString("left behind"));
        return key;
    }

    private static String key(ImageId id) {
        return ObjectKey.of(id).value();
    }

    private static List<String> keys(AwsClients clients) {
        return clients.s3().listObjectsV2(list -> list.bucket(clients.config().bucket())).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    private static JsonNode answer(RuntimeApi.Said said) {
        assertThat(said.what()).as(said.text()).isEqualTo("response");
        return json(said.text());
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
