package io.pixport.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.pixport.aws.AwsClients;
import io.pixport.http.Headers;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** A function whose bucket or table cannot be used: where it tells so, and what has to be done. */
@Execution(ExecutionMode.CONCURRENT)
final class UnusableStoresTest {
    private static final Duration TIME = Duration.ofSeconds(30);
    private static final String PROVISION = "`java -jar pixport.jar provision`";

    @Test
    void withoutABucketASnapshotIsNotTaken() throws Exception {
        TestTable table = TestTable.named();

        assertInitFails(table.environment(), "There is no bucket %s; %s makes it.".formatted(table.name(), PROVISION));
    }

    @Test
    void withoutATableASnapshotIsNotTaken() throws Exception {
        assertInitFails(
                with(TestTable.provisioned().environment(), "PIXPORT_TABLE", "nowhere"),
                "There is no table nowhere; %s makes it.".formatted(PROVISION));
    }

    @Test
    void withATableOfAnotherShapeASnapshotIsNotTaken() throws Exception {
        TestTable table = TestTable.provisioned();
        String other = TestTable.named().name();
        try (AwsClients clients = table.open()) {
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

        assertInitFails(
                with(table.environment(), "PIXPORT_TABLE", other),
                "expected keys pk (HASH, S), sk (RANGE, S), found keys id (HASH, S). Name another, and " + PROVISION);
    }

    @Test
    void withWrongCredentialsASnapshotIsNotTaken() throws Exception {
        assertInitFails(
                with(TestTable.provisioned().environment(), "AWS_SECRET_ACCESS_KEY", "wrong"),
                "403 (wrong credentials, or ones that may not do this)."
                        + " `java -jar pixport.jar provision --check` tells more.");
    }

    @Test
    void withABucketOfAnotherRegionASnapshotIsNotTaken() throws Exception {
        HttpServer s3 = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        s3.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("x-amz-bucket-region", "eu-central-1");
            exchange.sendResponseHeaders(301, -1);
            exchange.close();
        });
        s3.start();
        try {
            String url = "http://127.0.0.1:" + s3.getAddress().getPort();
            assertInitFails(
                    with(TestTable.provisioned().environment(), "AWS_ENDPOINT_URL_S3", url),
                    "expected a bucket in us-east-1, found a bucket in eu-central-1. Name another, and " + PROVISION);
        } finally {
            s3.stop(0);
        }
    }

    @Test
    void withoutARegionNoProcessStarts() throws Exception {
        Map<String, String> environment = new HashMap<>(TestTable.named().environment());
        environment.remove("AWS_REGION");
        environment.put("AWS_EC2_METADATA_DISABLED", "true");

        assertInitFails(environment, "No region is set");
    }

    @Test
    void startedByARequestItAnswersThatAndTellsTheLogWhatToDo() throws Exception {
        TestTable table = TestTable.named();
        try (RuntimeApi lambda = new RuntimeApi(PixportFunction.class, table.environment())) {
            byte[] request = TestGateway.HTTP_API.event("GET", "/images", Headers.of(), new byte[0]);

            RuntimeApi.Said said = lambda.invoke(request, TIME);

            assertThat(TestGateway.HTTP_API.received(said.body()).status()).isEqualTo(500);
            lambda.awaitLog("There is no bucket %s; %s makes it.".formatted(table.name(), PROVISION));
        }
    }

    private static void assertInitFails(Map<String, String> environment, String words) throws Exception {
        try (RuntimeApi lambda = new RuntimeApi(
                PixportFunction.class, with(environment, "AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start"))) {
            RuntimeApi.Said said = lambda.said();

            assertThat(said.what()).isEqualTo("init/error");
            assertThat(said.text()).contains("StoresException").contains(words);
            assertThat(lambda.ends()).isTrue();
        }
    }

    private static Map<String, String> with(Map<String, String> environment, String name, String value) {
        Map<String, String> changed = new HashMap<>(environment);
        changed.put(name, value);
        return changed;
    }
}
