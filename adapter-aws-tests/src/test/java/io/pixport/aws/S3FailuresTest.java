package io.pixport.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.pixport.contracts.Fresh;
import io.pixport.contracts.store.BytesPayload;
import io.pixport.core.model.ImageFormat;
import io.pixport.core.port.MultipartUpload;
import io.pixport.core.port.ObjectContent;
import io.pixport.core.port.ObjectKey;
import io.pixport.core.port.StorageException;
import io.pixport.core.port.StoredPart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the store makes of answers that S3 gives rarely, and its local twins never. */
final class S3FailuresTest {
    private static final MultipartUpload UPLOAD = new MultipartUpload(Fresh.key(), "upload");
    private static final List<StoredPart> PARTS = List.of(new StoredPart(1, 10, "tag"));

    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final Queue<String> requests = new ConcurrentLinkedQueue<>();
    private HttpServer server;
    private AwsClients clients;
    private S3ImageStore store;

    @FunctionalInterface
    private interface Answer {
        void send(HttpExchange exchange) throws IOException;
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        AwsConfig config = new AwsConfig("bucket", "table", "us-east-1", url, url, null, true);
        clients = AwsClients.open(config, TestAws.credentials());
        store = TestAws.store(clients);
    }

    @AfterEach
    void stop() {
        clients.close();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        requests.add(exchange.getRequestMethod());
        Answer answer = answers.poll();
        (answer == null ? status(500) : answer).send(exchange);
        exchange.close();
    }

    private static Answer status(int status) {
        return exchange -> exchange.sendResponseHeaders(status, -1);
    }

    private static Answer error(int status, String code) {
        return body(status, "<Error><Code>%s</Code></Error>".formatted(code));
    }

    private static Answer body(int status, String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        return exchange -> {
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        };
    }

    private static Answer described(Map<String, String> headers) {
        return exchange -> {
            headers.forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(200, -1);
        };
    }

    @Test
    void aConnectionThatBreaksWhileBytesAreReadIsAFailureAndNotAnEarlyEnd() throws IOException {
        answers.add(exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write(new byte[10]);
            exchange.getResponseBody().flush();
        });

        try (ObjectContent content = store.open(Fresh.key(), null).orElseThrow()) {
            assertThatIOException().isThrownBy(() -> content.stream().readAllBytes());
        }
    }

    @Test
    void aKeyThatAnotherIsJustTakingIsLookedAtAndOfferedAgain() {
        answers.add(error(409, "ConditionalRequestConflict"));
        answers.add(status(404)); // the other has given up: there is no object
        answers.add(status(200)); // and a bucket there is
        answers.add(status(200));

        assertThat(store.put(Fresh.key(), new BytesPayload(Fresh.bytes(10)), ImageFormat.PNG))
                .isTrue();

        assertThat(requests).containsExactly("PUT", "HEAD", "HEAD", "PUT");
    }

    @Test
    void aPutWhoseAnswerWasLostFindsItsOwnObject() {
        BytesPayload payload = new BytesPayload(Fresh.bytes(10));
        answers.add(status(500)); // took effect nevertheless; the SDK sends it again
        answers.add(error(412, "PreconditionFailed"));
        answers.add(described(Map.of(
                "Content-Length", "10", "x-amz-meta-sha256", payload.sha256().hex())));

        assertThat(store.put(Fresh.key(), payload, ImageFormat.PNG)).isTrue();

        assertThat(requests).containsExactly("PUT", "PUT", "HEAD");
    }

    @Test
    void anAssemblingWhoseAnswerWasLostFindsItsObject() {
        answers.add(status(500)); // took effect nevertheless; the SDK sends it again
        answers.add(error(404, "NoSuchUpload"));
        answers.add(error(404, "NoSuchUpload"));
        answers.add(described(Map.of("Content-Length", "10")));

        assertThat(store.assemble(UPLOAD, PARTS)).isTrue();

        assertThat(requests).containsExactly("POST", "POST", "GET", "HEAD");
    }

    @Test
    void anUploadThatAnotherIsJustAssemblingIsLookedAtAndAssembledAgain() {
        answers.add(error(409, "ConditionalRequestConflict"));
        answers.add(
                body(
                        200,
                        "<ListPartsResult><Part><PartNumber>1</PartNumber><Size>10</Size><ETag>tag</ETag></Part></ListPartsResult>"));
        answers.add(status(404)); // the other has given up: there is no object
        answers.add(status(200)); // and a bucket there is
        answers.add(body(200, "<CompleteMultipartUploadResult><ETag>tag</ETag></CompleteMultipartUploadResult>"));

        assertThat(store.assemble(UPLOAD, PARTS)).isTrue();

        assertThat(requests).containsExactly("POST", "GET", "HEAD", "HEAD", "POST");
    }

    @Test
    void anAssemblingThatFailsAfterItSaid200IsTriedAgain() {
        answers.add(error(200, "InternalError"));
        answers.add(body(200, "<CompleteMultipartUploadResult><ETag>tag</ETag></CompleteMultipartUploadResult>"));

        assertThat(store.assemble(UPLOAD, PARTS)).isTrue();

        assertThat(requests).containsExactly("POST", "POST");
    }

    @Test
    void anUploadThatHasEndedHasNoPartsAndIsAborted() {
        answers.add(error(404, "NoSuchUpload"));
        answers.add(error(404, "NoSuchUpload"));

        assertThat(store.listParts(UPLOAD)).isEmpty();
        store.abort(UPLOAD);

        assertThat(requests).containsExactly("GET", "DELETE");
    }

    @Test
    void aBucketThatIsMissingIsNoUploadThatHasEnded() {
        answers.add(error(404, "NoSuchBucket"));
        answers.add(error(404, "NoSuchBucket"));

        assertThatThrownBy(() -> store.listParts(UPLOAD)).isInstanceOf(StorageException.class);
        assertThatThrownBy(() -> store.abort(UPLOAD)).isInstanceOf(StorageException.class);
    }

    @Test
    void whatS3RefusesOnlyForSomeKeysIsToldByTheirKeys() {
        ObjectKey kept = Fresh.key();
        answers.add(body(
                200,
                "<DeleteResult><Error><Key>%s</Key><Code>InternalError</Code></Error></DeleteResult>".formatted(kept)));

        assertThat(store.deleteAll(Set.of(kept, Fresh.key()))).containsExactly(kept);
    }

    @Test
    void aServerThatGoesOnFailingIsAnOutageAfterThreeAttempts() {
        assertThatThrownBy(() -> store.open(Fresh.key(), null))
                .isInstanceOfSatisfying(StorageException.class, e -> assertThat(e.retryMayHelp())
                        .isTrue());

        assertThat(requests).containsExactly("GET", "GET", "GET");
    }
}
