package io.pixport.aws;

import static io.pixport.aws.Provisioning.Step.Outcome.CREATED;
import static io.pixport.aws.Provisioning.Step.Outcome.DIFFERENT;
import static io.pixport.aws.Provisioning.Step.Outcome.FAILED;
import static io.pixport.aws.Provisioning.Step.Outcome.MISSING;
import static io.pixport.aws.Provisioning.Step.Outcome.PRESENT;
import static io.pixport.aws.Provisioning.Step.Outcome.UNSUPPORTED;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.pixport.aws.Provisioning.Report;
import io.pixport.aws.Provisioning.Step;
import io.pixport.contracts.AtOnce;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

final class ProvisioningTest {
    private final RequestCounter sent = new RequestCounter();
    private final AwsClients clients = TestAws.notMade(sent);
    private final String name = clients.config().bucket();
    private final Provisioning provisioning = new Provisioning(clients);

    @AfterEach
    void close() {
        clients.close();
    }

    private static Step.Outcome outcome(Report report, String subject) {
        return report.steps().stream()
                .filter(step -> step.subject().equals(subject))
                .map(Step::outcome)
                .findFirst()
                .orElseThrow(() -> new AssertionError(subject + " is not in " + report));
    }

    @Test
    void aFirstRunMakesEverythingAndASecondFindsIt() {
        Report first = provisioning.apply();
        Report second = provisioning.apply();
        Report check = provisioning.check();

        assertThat(first.complete()).as("%s", first).isTrue();
        assertThat(outcome(first, "bucket " + name)).isEqualTo(CREATED);
        assertThat(outcome(first, "table " + name)).isEqualTo(CREATED);
        assertThat(outcome(first, "table " + name + ", time to live")).isEqualTo(CREATED);
        assertThat(second.steps())
                .hasSameSizeAs(first.steps())
                .allSatisfy(step -> assertThat(step.outcome()).as("%s", step).isIn(PRESENT, UNSUPPORTED));
        assertThat(check).isEqualTo(second);
        assertThat(provisioning.obstacle()).isEmpty();
    }

    @Test
    void aCheckTellsWhatIsMissingAndChangesNothing() {
        Report report = provisioning.check();

        assertThat(report.complete()).isFalse();
        assertThat(report.steps()).extracting(Step::outcome).containsExactly(MISSING, MISSING);
        assertThat(report.steps())
                .extracting(Step::toString)
                .containsExactly(
                        "bucket " + name + ": missing (expected a bucket in us-east-1)",
                        "table " + name + ": missing (expected keys pk (HASH, S), sk (RANGE, S))");
        assertThat(sent.operations()).containsOnly("HeadBucket", "DescribeTable");
    }

    @Test
    void aTableOfAnotherShapeIsToldAndLeftAlone() {
        clients.dynamoDb().createTable(create -> create.tableName(name)
                .attributeDefinitions(AttributeDefinition.builder()
                        .attributeName("id")
                        .attributeType(ScalarAttributeType.N)
                        .build())
                .keySchema(KeySchemaElement.builder()
                        .attributeName("id")
                        .keyType(KeyType.HASH)
                        .build())
                .billingMode(BillingMode.PAY_PER_REQUEST));
        sent.clear();

        Report report = provisioning.apply();

        assertThat(report.complete()).isFalse();
        assertThat(report.steps().getLast())
                .isEqualTo(new Step(
                        "table " + name,
                        DIFFERENT,
                        "expected keys pk (HASH, S), sk (RANGE, S), found keys id (HASH, N)"));
        assertThat(sent.operations()).contains("DescribeTable").doesNotContain("CreateTable", "UpdateTimeToLive");
        assertThat(provisioning.obstacle()).contains(report.steps().getLast());
    }

    @Test
    void whatIsPaidForInAnotherWayIsToldAndLeftAlone() {
        clients.dynamoDb()
                .createTable(TableShape.creation(name).toBuilder()
                        .billingMode(BillingMode.PROVISIONED)
                        .provisionedThroughput(
                                units -> units.readCapacityUnits(1L).writeCapacityUnits(1L))
                        .build());

        Report report = provisioning.apply();

        assertThat(outcome(report, "table " + name + ", billing")).isEqualTo(DIFFERENT);
        assertThat(outcome(report, "table " + name + ", time to live")).isEqualTo(CREATED);
    }

    @Test
    void severalAtOnceComeToTheSame() {
        List<Report> reports = AtOnce.call(4, i -> provisioning.apply());

        assertThat(reports)
                .allSatisfy(
                        report -> assertThat(report.complete()).as("%s", report).isTrue());
        assertThat(provisioning.check().complete()).isTrue();
    }

    @Test
    void whatIsOutOfReachHasFailed() {
        try (AwsClients nowhere = TestAws.outOfReach()) {
            Report report = new Provisioning(nowhere).check();

            assertThat(report.complete()).isFalse();
            assertThat(report.steps()).hasSize(2).allSatisfy(step -> {
                assertThat(step.outcome()).isEqualTo(FAILED);
                assertThat(step.detail()).startsWith("out of reach: ").contains("127.0.0.1");
            });
        }
    }

    @Test
    void aBucketOfAnotherRegionIsToldWithItsRegion() throws IOException {
        HttpServer elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("x-amz-bucket-region", "eu-west-1");
            exchange.sendResponseHeaders(301, -1);
            exchange.close();
        });
        elsewhere.start();
        try (AwsClients lost = TestAws.speakingS3With(
                URI.create("http://127.0.0.1:" + elsewhere.getAddress().getPort()))) {
            assertThat(new Provisioning(lost).obstacle().orElseThrow().toString())
                    .endsWith(": different (expected a bucket in us-east-1, found a bucket in eu-west-1)");
        } finally {
            elsewhere.stop(0);
        }
    }

    @Test
    void credentialsThatAreNotTakenHaveFailed() {
        try (AwsClients strangers = TestAws.ofStrangers()) {
            Step obstacle = new Provisioning(strangers).obstacle().orElseThrow();

            assertThat(obstacle.outcome()).isEqualTo(FAILED);
            assertThat(obstacle.detail()).contains("403").contains("credentials");
        }
    }
}
