package io.pixport.localaws;

import java.net.URI;
import java.util.Locale;
import java.util.Map;

/**
 * Where S3 and DynamoDB are spoken for tests, and by which credentials. It is the same for all tests of a process, is
 * started when it is first asked for, and ends with the process.
 *
 * <p>By default these are DynamoDB Local and S3Proxy, in memory and on loopback. The environment variable
 * {@code PIXPORT_TEST_ENDPOINT} names an endpoint of both that is running already; the system property
 * {@code pixport.test.backend=localstack} starts LocalStack in Docker. What is missing is an error, and never a reason to
 * skip a test.
 *
 * @param region that both take themselves to be in
 */
public record LocalAws(URI s3, URI dynamoDb, String region, String accessKeyId, String secretAccessKey) {
    static final String REGION = "us-east-1";
    /** LocalStack takes any, and DynamoDB Local any of letters and digits. */
    static final String ACCESS_KEY_ID = "pixport";

    static final String SECRET_ACCESS_KEY = "pixport-secret";

    /** The one of this process. */
    public static LocalAws shared() {
        return Shared.INSTANCE;
    }

    /** The settings of a server or a function of Pixport whose bucket and table have this name. */
    public Map<String, String> environment(String name) {
        return Map.of(
                "PIXPORT_STORE", "aws",
                "PIXPORT_BUCKET", name,
                "PIXPORT_TABLE", name,
                "PIXPORT_SECRET", "a secret of at least thirty-two bytes",
                "AWS_REGION", region,
                "AWS_ENDPOINT_URL_S3", s3.toString(),
                "AWS_ENDPOINT_URL_DYNAMODB", dynamoDb.toString(),
                "AWS_ACCESS_KEY_ID", accessKeyId,
                "AWS_SECRET_ACCESS_KEY", secretAccessKey);
    }

    private static LocalAws start() {
        String running = System.getenv("PIXPORT_TEST_ENDPOINT");
        if (running != null && !running.isBlank()) {
            return at(URI.create(running), URI.create(running));
        }
        String backend = System.getProperty("pixport.test.backend", "local");
        return switch (backend.toLowerCase(Locale.ROOT)) {
            case "local" -> at(LocalServers.s3(), LocalServers.dynamoDb());
            case "localstack" -> LocalStack.start();
            default ->
                throw new IllegalStateException("pixport.test.backend is local or localstack, got \"" + backend + "\"");
        };
    }

    private static LocalAws at(URI s3, URI dynamoDb) {
        return new LocalAws(s3, dynamoDb, REGION, ACCESS_KEY_ID, SECRET_ACCESS_KEY);
    }

    private static final class Shared {
        private static final LocalAws INSTANCE = start();
    }
}
