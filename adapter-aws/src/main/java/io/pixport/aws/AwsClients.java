package io.pixport.aws;

import java.net.URI;
import java.time.Duration;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpConfigurationOption;
import software.amazon.awssdk.http.SdkHttpService;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.utils.AttributeMap;

/**
 * The SDK's clients of one bucket and one table, over one bounded pool of connections; whoever opens them closes them. HTTP
 * is left to the SDK's client that the class path has: Apache's, unless another takes its place there.
 *
 * <p>Every request is bounded in time, and what may succeed when repeated is repeated twice at most.
 */
public final class AwsClients implements AutoCloseable {
    private static final int ATTEMPTS = 3;
    private static final Duration CONNECT = Duration.ofSeconds(2);
    /** Of silence; and at most this long does a request wait for a connection of the pool. */
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private static final Duration DYNAMODB_REQUEST = Duration.ofSeconds(5);
    private static final Duration DYNAMODB_CALL = Duration.ofSeconds(12);
    /** An upload of the largest image over a slow line. */
    private static final Duration S3_REQUEST = Duration.ofSeconds(60);

    private static final Duration S3_CALL = Duration.ofMinutes(2);

    private static final AttributeMap HTTP = AttributeMap.builder()
            .put(SdkHttpConfigurationOption.MAX_CONNECTIONS, 256)
            .put(SdkHttpConfigurationOption.CONNECTION_TIMEOUT, CONNECT)
            .put(SdkHttpConfigurationOption.CONNECTION_ACQUIRE_TIMEOUT, SILENCE)
            .put(SdkHttpConfigurationOption.READ_TIMEOUT, SILENCE)
            .build();

    private final AwsConfig config;
    private final SdkHttpClient http;
    private final S3Client s3;
    private final DynamoDbClient dynamoDb;

    private AwsClients(AwsConfig config, AwsCredentialsProvider credentials, ExecutionInterceptor... interceptors) {
        this.config = config;
        this.http = http();
        S3Configuration s3Style = S3Configuration.builder()
                .pathStyleAccessEnabled(config.pathStyle())
                // The bytes are digested before they are sent, so no checksum has to follow them in a trailer.
                .chunkedEncodingEnabled(false)
                .build();
        this.s3 = at(S3Client.builder(), config.region(), config.s3Endpoint())
                .httpClient(http)
                .credentialsProvider(credentials)
                .overrideConfiguration(bounded(S3_REQUEST, S3_CALL, interceptors))
                .serviceConfiguration(s3Style)
                // Checksums that only AWS itself understands are left out: SHA-256 is given wherever it is wanted.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .build();
        this.dynamoDb = at(DynamoDbClient.builder(), config.region(), config.dynamoDbEndpoint())
                .httpClient(http)
                .credentialsProvider(credentials)
                .overrideConfiguration(bounded(DYNAMODB_REQUEST, DYNAMODB_CALL, interceptors))
                .build();
    }

    private static SdkHttpClient http() {
        return ServiceLoader.load(SdkHttpService.class, AwsClients.class.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the class path has no HTTP client of the AWS SDK"))
                .createHttpClientBuilder()
                .buildWithDefaults(HTTP);
    }

    /**
     * With the credentials that the SDK finds in the environment, in its profiles, or on the machine, as often as they are
     * renewed there.
     *
     * @throws software.amazon.awssdk.core.exception.SdkClientException when neither the config nor the machine has a region
     */
    public static AwsClients open(AwsConfig config) {
        return open(config, DefaultCredentialsProvider.builder().build());
    }

    /** With made-up credentials, for a server that takes any, as LocalStack does. */
    public static AwsClients openWithAnyCredentials(AwsConfig config) {
        return open(config, StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")));
    }

    /** @throws software.amazon.awssdk.core.exception.SdkClientException when neither the config nor the machine has a region */
    public static AwsClients open(
            AwsConfig config, AwsCredentialsProvider credentials, ExecutionInterceptor... interceptors) {
        return new AwsClients(config, credentials, interceptors);
    }

    private static <B extends AwsClientBuilder<B, ?>> B at(B builder, @Nullable String region, @Nullable URI endpoint) {
        if (region != null) {
            builder.region(Region.of(region));
        }
        if (endpoint != null) {
            builder.endpointOverride(endpoint);
        }
        return builder;
    }

    private static ClientOverrideConfiguration bounded(
            Duration request, Duration call, ExecutionInterceptor... interceptors) {
        ClientOverrideConfiguration.Builder bounds = ClientOverrideConfiguration.builder()
                .apiCallAttemptTimeout(request)
                .apiCallTimeout(call)
                .retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                        .maxAttempts(ATTEMPTS)
                        .build());
        for (ExecutionInterceptor interceptor : interceptors) {
            bounds.addExecutionInterceptor(interceptor);
        }
        return bounds.build();
    }

    public AwsConfig config() {
        return config;
    }

    public S3Client s3() {
        return s3;
    }

    public DynamoDbClient dynamoDb() {
        return dynamoDb;
    }

    @Override
    public void close() {
        s3.close();
        dynamoDb.close();
        http.close();
    }
}
