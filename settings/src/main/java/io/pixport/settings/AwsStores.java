package io.pixport.settings;

import io.pixport.aws.AwsClients;
import io.pixport.aws.AwsConfig;
import io.pixport.aws.DynamoDbIdempotencyStore;
import io.pixport.aws.DynamoDbMetadataRepository;
import io.pixport.aws.Provisioning;
import io.pixport.aws.Provisioning.Step;
import io.pixport.aws.S3ImageStore;
import io.pixport.http.Backend;
import java.time.InstantSource;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkClientException;

/** The stores in AWS: all that loads the SDK. */
public final class AwsStores {
    private static final String PROVISION = "`java -jar pixport.jar provision`";

    private AwsStores() {}

    /**
     * Opens them without asking whether they can be used.
     *
     * @throws StoresException when no region is known
     */
    public static Stores open(Settings.Aws aws, InstantSource clock) {
        AwsClients clients = clients(aws);
        return new Stores(
                backend(clients, clock), whereabouts(clients.config()), () -> obstacle(clients), clients::close);
    }

    /** @throws StoresException when no region is known */
    public static AwsClients clients(Settings.Aws aws) {
        try {
            return aws.anyCredentials()
                    ? AwsClients.openWithAnyCredentials(aws.config())
                    : AwsClients.open(aws.config());
        } catch (SdkClientException e) {
            throw new StoresException("No region is set: neither by AWS_REGION, nor in a profile, nor on the machine.");
        }
    }

    private static Optional<String> obstacle(AwsClients clients) {
        return new Provisioning(clients).obstacle().map(AwsStores::sentence);
    }

    private static String sentence(Step obstacle) {
        return switch (obstacle.outcome()) {
            case MISSING -> "There is no %s; %s makes it.".formatted(obstacle.subject(), PROVISION);
            case DIFFERENT ->
                "The %s cannot be used: %s. Name another, and %s makes it."
                        .formatted(obstacle.subject(), obstacle.detail(), PROVISION);
            default ->
                "The %s cannot be used: %s. %s tells more."
                        .formatted(obstacle.subject(), obstacle.detail(), "`java -jar pixport.jar provision --check`");
        };
    }

    /** The adapters over clients, which stay the caller's. */
    public static Backend backend(AwsClients clients, InstantSource clock) {
        AwsConfig config = clients.config();
        return new Backend(
                new S3ImageStore(clients.s3(), config.bucket(), config.s3PublicEndpoint(), clock),
                new DynamoDbMetadataRepository(clients.dynamoDb(), config.table()),
                new DynamoDbIdempotencyStore(clients.dynamoDb(), config.table()),
                null);
    }

    private static String whereabouts(AwsConfig config) {
        return "images are kept in the S3 bucket %s and the DynamoDB table %s"
                .formatted(config.bucket(), config.table());
    }
}
