package io.pixport.benchmarks;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** The least that shows an image: one GetItem and one presigned link, with the SDK's defaults. */
public final class BareFunction implements RequestStreamHandler {
    private static final String BUCKET = System.getenv("PIXPORT_BUCKET");
    private static final String TABLE = System.getenv("PIXPORT_TABLE");
    private static final int ID_LENGTH = 36;

    private final DynamoDbClient dynamoDb;
    private final S3Presigner presigner;

    public BareFunction() {
        DefaultCredentialsProvider credentials =
                DefaultCredentialsProvider.builder().build();
        dynamoDb = DynamoDbClient.builder().credentialsProvider(credentials).build();
        presigner = S3Presigner.builder()
                .credentialsProvider(credentials)
                .serviceConfiguration(
                        S3Configuration.builder().pathStyleAccessEnabled(true).build())
                .build();
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        String event = new String(input.readAllBytes(), StandardCharsets.UTF_8);
        int start = event.indexOf("/images/") + "/images/".length();
        String id = event.substring(start, start + ID_LENGTH);
        GetItemResponse item = dynamoDb.getItem(get -> get.tableName(TABLE)
                .consistentRead(true)
                .key(Map.of("pk", AttributeValue.fromS("IMAGE#" + id), "sk", AttributeValue.fromS("RECORD"))));
        String url = presigner
                .presignGetObject(presign -> presign.signatureDuration(Duration.ofHours(1))
                        .getObjectRequest(get -> get.bucket(BUCKET).key("images/" + id)))
                .url()
                .toString();
        String answer =
                "{\"statusCode\":%d,\"headers\":{\"Location\":\"%s\"}}".formatted(item.hasItem() ? 200 : 404, url);
        output.write(answer.getBytes(StandardCharsets.UTF_8));
    }
}
