package io.pixport.lambda;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.pixport.aws.AwsClients;
import io.pixport.aws.AwsConfig;
import io.pixport.aws.Provisioning;
import io.pixport.localaws.LocalAws;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * An account of AWS in which there is nothing, and which takes whatever is made in it: local servers lack most of what
 * {@code provision} makes. It remembers what it was asked to make.
 */
final class EmptyAccount implements ExecutionInterceptor, AutoCloseable {
    private static final String NO_TABLE =
            "{\"__type\": \"com.amazonaws.dynamodb.v20120810#ResourceNotFoundException\", \"message\": \"none\"}";

    private final HttpServer server;
    private final Set<String> made = ConcurrentHashMap.newKeySet();
    private final List<SdkRequest> requests = new CopyOnWriteArrayList<>();

    EmptyAccount() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::serve);
        server.start();
    }

    /** What {@code provision} asks of AWS to make bucket and table, both of this name. */
    static List<SdkRequest> provisioned(String name) throws IOException {
        try (EmptyAccount account = new EmptyAccount();
                AwsClients clients = AwsClients.open(
                        new AwsConfig(name, name, LocalAws.shared().region(), null, null, null, true),
                        AnonymousCredentialsProvider.create(),
                        account)) {
            Provisioning.Report report = new Provisioning(clients).apply();
            if (report.toString().contains("failed")) {
                throw new AssertionError(report.toString());
            }
            return account.requests;
        }
    }

    @Override
    public void beforeExecution(Context.BeforeExecution call, ExecutionAttributes attributes) {
        requests.add(call.request());
    }

    @Override
    public SdkHttpRequest modifyHttpRequest(Context.ModifyHttpRequest call, ExecutionAttributes attributes) {
        return call.httpRequest().toBuilder()
                .protocol("http")
                .host("127.0.0.1")
                .port(server.getAddress().getPort())
                .build();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
            if (target == null) {
                serveS3(exchange);
            } else {
                serveDynamoDb(exchange, target.substring(target.indexOf('.') + 1));
            }
        }
    }

    private void serveS3(HttpExchange exchange) throws IOException {
        String resource = exchange.getRequestURI().toString();
        if (exchange.getRequestMethod().equals("PUT")) {
            made.add(resource);
        }
        exchange.sendResponseHeaders(made.contains(resource) ? 200 : 404, -1);
    }

    private void serveDynamoDb(HttpExchange exchange, String operation) throws IOException {
        made.add(operation);
        boolean exists = made.contains("CreateTable");
        String answer =
                switch (operation) {
                    case "DescribeTable" -> exists ? "{\"Table\": {\"TableStatus\": \"ACTIVE\"}}" : NO_TABLE;
                    case "DescribeTimeToLive" -> "{\"TimeToLiveDescription\": {\"TimeToLiveStatus\": \"DISABLED\"}}";
                    case "DescribeContinuousBackups" ->
                        "{\"ContinuousBackupsDescription\": {\"PointInTimeRecoveryDescription\":"
                                + " {\"PointInTimeRecoveryStatus\": \"DISABLED\"}}}";
                    default -> "{}";
                };
        byte[] body = answer.getBytes(StandardCharsets.US_ASCII);
        exchange.sendResponseHeaders(exists ? 200 : 400, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
