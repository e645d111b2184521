package io.pixport.aws;

import io.pixport.localaws.LocalAws;
import java.net.URI;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** A bucket and a table of this run of the tests, which nobody else has. */
final class TestAws {
    private static final String RUN = "pixport-test-" + UUID.randomUUID();

    private TestAws() {}

    /** The clients that all tests share; they end with the process. */
    static AwsClients clients() {
        return Shared.CLIENTS;
    }

    /** Clients of the same bucket and table, whose requests somebody watches or makes fail. */
    static AwsClients watchedBy(ExecutionInterceptor interceptor) {
        clients();
        return AwsClients.open(
                config(LocalAws.shared().s3(), LocalAws.shared().dynamoDb()), credentials(), interceptor);
    }

    /** Clients of a bucket and a table of their own, for what looks at everything that is there. */
    static AwsClients apart(ExecutionInterceptor... interceptors) {
        AwsConfig config = freshlyNamed();
        try (AwsClients clients = AwsClients.open(config, credentials())) {
            create(clients);
        }
        return AwsClients.open(config, credentials(), interceptors);
    }

    /** Clients of a bucket and a table that nobody has made. */
    static AwsClients notMade(ExecutionInterceptor interceptor) {
        return AwsClients.open(freshlyNamed(), credentials(), interceptor);
    }

    private static AwsConfig freshlyNamed() {
        String name = "pixport-test-" + UUID.randomUUID();
        LocalAws aws = LocalAws.shared();
        return new AwsConfig(name, name, aws.region(), aws.s3(), aws.dynamoDb(), null, true);
    }

    /** Clients of the same bucket and table with credentials that S3 does not know. */
    static AwsClients ofStrangers() {
        return AwsClients.open(
                config(LocalAws.shared().s3(), LocalAws.shared().dynamoDb()),
                StaticCredentialsProvider.create(AwsBasicCredentials.create("stranger", "stranger-secret")));
    }

    /** Clients that ask this server for the bucket. */
    static AwsClients speakingS3With(URI s3) {
        return AwsClients.open(config(s3, LocalAws.shared().dynamoDb()), credentials());
    }

    /** Clients of servers that nobody can reach: the port is that of no service. */
    static AwsClients outOfReach() {
        URI nowhere = URI.create("http://127.0.0.1:1");
        return AwsClients.open(config(nowhere, nowhere), credentials());
    }

    static AwsCredentialsProvider credentials() {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(
                LocalAws.shared().accessKeyId(), LocalAws.shared().secretAccessKey()));
    }

    private static AwsConfig config(@Nullable URI s3, @Nullable URI dynamoDb) {
        return new AwsConfig(RUN, RUN, LocalAws.shared().region(), s3, dynamoDb, null, true);
    }

    static S3ImageStore store(AwsClients clients) {
        return store(clients, InstantSource.system());
    }

    static S3ImageStore store(AwsClients clients, InstantSource clock) {
        AwsConfig config = clients.config();
        return new S3ImageStore(clients.s3(), config.bucket(), config.s3PublicEndpoint(), clock);
    }

    static DynamoDbMetadataRepository repository(AwsClients clients) {
        return new DynamoDbMetadataRepository(
                clients.dynamoDb(), clients.config().table());
    }

    static DynamoDbIdempotencyStore idempotencyStore(AwsClients clients) {
        return new DynamoDbIdempotencyStore(clients.dynamoDb(), clients.config().table());
    }

    private static void create(AwsClients clients) {
        Provisioning.Report report = new Provisioning(clients).apply();
        if (!report.complete()) {
            throw new IllegalStateException(report.toString());
        }
    }

    private static final class Shared {
        private static final AwsClients CLIENTS = opened();

        private static AwsClients opened() {
            AwsClients clients = AwsClients.open(
                    config(LocalAws.shared().s3(), LocalAws.shared().dynamoDb()), credentials());
            create(clients);
            return clients;
        }
    }
}
