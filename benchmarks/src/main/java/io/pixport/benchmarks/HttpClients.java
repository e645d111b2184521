package io.pixport.benchmarks;

import io.pixport.aws.AwsClients;
import io.pixport.localaws.LocalAws;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpConfigurationOption;
import software.amazon.awssdk.http.SdkHttpService;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.utils.AttributeMap;

/** Every HTTP client of the SDK that is on the class path, sending the same requests by turns. */
final class HttpClients {
    private static final String NAME = "pixport-clients";
    private static final int CALLERS = 16;
    private static final int ROUND = 400;
    private static final int WARM_UP_ROUNDS = 5;
    private static final int SMALL = 21_000;
    private static final int LARGE = 812_000;
    private static final String SMALL_KEY = "small";
    private static final Map<String, AttributeValue> ITEM =
            Map.of("pk", AttributeValue.fromS("client"), "sk", AttributeValue.fromS("RECORD"));

    private final AwsClients known = LocalClients.open(NAME);
    private final byte[] large = randomBytes(LARGE);
    private final Results results = new Results("http-clients");

    private HttpClients() throws IOException {}

    public static void main(String[] args) throws Exception {
        HttpClients clients = new HttpClients();
        clients.fill();
        clients.measure(Setting.number("RUNS", 10));
    }

    private static byte[] randomBytes(int size) {
        byte[] bytes = new byte[size];
        ThreadLocalRandom.current().nextBytes(bytes);
        return bytes;
    }

    private void fill() {
        known.s3().putObject(put -> put.bucket(NAME).key(SMALL_KEY), RequestBody.fromBytes(randomBytes(SMALL)));
        Map<String, AttributeValue> item = new HashMap<>(ITEM);
        item.put("text", AttributeValue.fromS("t".repeat(1_000)));
        known.dynamoDb().putItem(put -> put.tableName(NAME).item(item));
    }

    private void measure(int rounds) throws Exception {
        List<Candidate> candidates = new ArrayList<>();
        for (SdkHttpService service : ServiceLoader.load(SdkHttpService.class)) {
            candidates.add(new Candidate(service));
        }
        for (int round = -WARM_UP_ROUNDS; round < rounds; round++) {
            Figures into = round < 0 ? (row, column, figure) -> {} : results::add;
            for (int i = 0; i < candidates.size(); i++) {
                candidates.get(Math.floorMod(i + round, candidates.size())).measure(into);
            }
        }
        results.finish();
        candidates.forEach(Candidate::close);
    }

    /** Where figures go. */
    private interface Figures {
        void add(String row, String column, double figure);
    }

    /** The SDK's clients over one HTTP client. */
    private final class Candidate implements AutoCloseable {
        private final String column;
        private final SdkHttpClient http;
        private final S3Client s3;
        private final DynamoDbClient dynamoDb;

        Candidate(SdkHttpService service) {
            LocalAws aws = LocalAws.shared();
            AwsCredentialsProvider credentials = StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(aws.accessKeyId(), aws.secretAccessKey()));
            http = service.createHttpClientBuilder()
                    .buildWithDefaults(AttributeMap.builder()
                            .put(SdkHttpConfigurationOption.MAX_CONNECTIONS, 256)
                            .put(SdkHttpConfigurationOption.READ_TIMEOUT, Duration.ofSeconds(10))
                            .build());
            column = http.clientName() + ", µs a call";
            s3 = S3Client.builder()
                    .httpClient(http)
                    .region(Region.of(aws.region()))
                    .endpointOverride(aws.s3())
                    .credentialsProvider(credentials)
                    .forcePathStyle(true)
                    .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                    .serviceConfiguration(style -> style.chunkedEncodingEnabled(false))
                    .build();
            dynamoDb = DynamoDbClient.builder()
                    .httpClient(http)
                    .region(Region.of(aws.region()))
                    .endpointOverride(aws.dynamoDb())
                    .credentialsProvider(credentials)
                    .build();
        }

        void measure(Figures into) throws Exception {
            compare("item read", ROUND, this::readItem, into);
            compare("object of 21 KB read", ROUND, this::readObject, into);
            compare("object of 812 KB stored", ROUND / 8, this::storeObject, into);
        }

        private void compare(String what, int calls, Callable<?> call, Figures into) throws Exception {
            long start = System.nanoTime();
            for (int i = 0; i < calls; i++) {
                call.call();
            }
            long between = System.nanoTime();
            callAtOnce(calls, call);
            long end = System.nanoTime();
            into.add(what + ", 1 caller", column, (between - start) / 1e3 / calls);
            into.add(what + ", %d callers".formatted(CALLERS), column, (end - between) / 1e3 / calls);
        }

        private static void callAtOnce(int calls, Callable<?> call) throws InterruptedException, ExecutionException {
            try (ExecutorService callers =
                    Executors.newFixedThreadPool(CALLERS, Thread.ofVirtual().factory())) {
                List<Future<?>> answers = new ArrayList<>();
                for (int i = 0; i < calls; i++) {
                    answers.add(callers.submit(call));
                }
                for (Future<?> answer : answers) {
                    answer.get();
                }
            }
        }

        private Object readItem() {
            return dynamoDb.getItem(get -> get.tableName(NAME).key(ITEM).consistentRead(true));
        }

        private Object readObject() throws IOException {
            try (var object = s3.getObject(get -> get.bucket(NAME).key(SMALL_KEY))) {
                return object.readAllBytes();
            }
        }

        private Object storeObject() {
            String key = "large-" + UUID.randomUUID();
            s3.putObject(put -> put.bucket(NAME).key(key).ifNoneMatch("*"), RequestBody.fromBytes(large));
            return s3.deleteObject(delete -> delete.bucket(NAME).key(key));
        }

        @Override
        public void close() {
            s3.close();
            dynamoDb.close();
            http.close();
        }
    }
}
