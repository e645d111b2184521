package io.pixport.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.aws.AwsClients;
import io.pixport.aws.DynamoDbMetadataRepository;
import io.pixport.contracts.Digests;
import io.pixport.contracts.Fresh;
import io.pixport.contracts.ImageMaker;
import io.pixport.contracts.store.BytesPayload;
import io.pixport.contracts.usecase.TestService;
import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.Announcement.Method;
import io.pixport.core.model.Dimensions;
import io.pixport.core.model.ImageContent;
import io.pixport.core.model.ImageDetails;
import io.pixport.core.model.ImageFormat;
import io.pixport.core.model.ImageId;
import io.pixport.core.model.Tag;
import io.pixport.core.port.ObjectKey;
import io.pixport.core.usecase.ImageService;
import io.pixport.http.Backend;
import io.pixport.http.Headers;
import io.pixport.settings.AwsStores;
import io.pixport.settings.Settings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.sync.RequestBody;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The functions as the template has them, over the local servers, at all kinds of work that they do. */
final class DeployedFunctions {
    private static final Duration TIME = Duration.ofSeconds(60);
    private static final String UPLOAD = "/images?user_id=me&tags=sea";

    private final Template template = Template.open();
    private final TestTable table = TestTable.provisioned();

    /** What each function has called after it has done it all. */
    static Map<String, Set<Operation>> calls() throws Exception {
        DeployedFunctions functions = new DeployedFunctions();
        return Map.of(
                "ApiFunction", functions.callsOfTheApi(),
                "MaintenanceFunction", functions.callsOfMaintenance(),
                "UploadFunction", functions.callsOfUploads());
    }

    private Set<Operation> callsOfTheApi() throws Exception {
        try (RuntimeApi lambda = start(PixportFunction.class)) {
            send(lambda, "GET", "/health/ready", new byte[0], 200);
            byte[] image = ImageMaker.jpegOfSize(3_000);
            String path = "/images/"
                    + send(lambda, "POST", UPLOAD, image, 201).get("image_id").stringValue();
            send(lambda, "GET", "/images?tag=sea", new byte[0], 200);
            send(lambda, "GET", path + "?download=true", new byte[0], 200);
            send(lambda, "PATCH", path, "{\"tags\": [\"sky\"]}".getBytes(StandardCharsets.US_ASCII), 200);
            send(lambda, "DELETE", path + "?permanent=true", new byte[0], 200);
            send(lambda, "POST", path + "/restore", new byte[0], 404);
            uploadInParts(lambda, image);
            send(lambda, "POST", UPLOAD, image, 201);
            send(lambda, "DELETE", "/users/me/images", new byte[0], 200);
            return calls(lambda);
        }
    }

    private static void uploadInParts(RuntimeApi lambda, byte[] image) throws Exception {
        String asking = "{\"user_id\": \"me\", \"content_type\": \"image/jpeg\", \"size\": %d}".formatted(image.length);
        JsonNode reserved = send(lambda, "POST", "/uploads", asking.getBytes(StandardCharsets.US_ASCII), 201);
        String path = "/uploads/" + reserved.get("image_id").stringValue();
        URI link = URI.create(reserved.at("/upload/parts/0/url").stringValue());
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest part = HttpRequest.newBuilder(link)
                    .PUT(BodyPublishers.ofByteArray(image))
                    .build();
            assertThat(client.send(part, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(200);
        }
        assertThat(send(lambda, "GET", path, new byte[0], 200)
                        .at("/upload/parts/0/arrived")
                        .booleanValue())
                .isTrue();
        send(lambda, "POST", path + "/complete", new byte[0], 200);
    }

    private Set<Operation> callsOfMaintenance() throws Exception {
        Instant past = Instant.now().minus(TestService.ORPHAN_AGE.plusHours(1));
        try (AwsClients clients = table.open();
                RuntimeApi lambda = start(MaintenanceFunction.class)) {
            DynamoDbMetadataRepository repository = new DynamoDbMetadataRepository(clients.dynamoDb(), table.name());
            ActiveImage deleted = image(past);
            repository.save(deleted);
            repository.update(deleted, deleted.trash(past, Duration.ofHours(1)));
            repository.save(image(past.plusSeconds(1)));
            ImageId unknown = id(past.plusSeconds(2));
            clients.s3()
                    .putObject(
                            put -> put.bucket(table.name())
                                    .key(ObjectKey.of(unknown).value()),
                            RequestBody.fromString("without a record"));
            clients.s3().createMultipartUpload(begin -> begin.bucket(table.name())
                    .key(ObjectKey.of(id(past.plusMillis(1500))).value()));

            RuntimeApi.Said said = lambda.invoke("{}".getBytes(StandardCharsets.US_ASCII), TIME);

            assertThat(said.text()).contains("\"purged\":1", "\"removed\":2", "\"without_bytes\":1");
            return calls(lambda);
        }
    }

    private Set<Operation> callsOfUploads() throws Exception {
        byte[] image = ImageMaker.png(60, 50);
        try (AwsClients clients = table.open();
                RuntimeApi lambda = start(UploadFunction.class)) {
            Backend backend = AwsStores.backend(clients, InstantSource.system());

            assertThat(told(lambda, uploaded(backend, Method.PUT, image))).contains("active");
            assertThat(told(lambda, uploaded(backend, Method.POST, image))).contains("active");
            assertThat(told(lambda, uploaded(backend, Method.POST, Fresh.bytes(2048))))
                    .contains("rejected");
            assertThat(told(lambda, uploaded(backend, Method.PARTS, image))).contains("active");
            ObjectKey removed = uploaded(backend, Method.PARTS, image);
            backend.store().delete(removed);
            assertThat(told(lambda, removed)).contains("none");
            return calls(lambda);
        }
    }

    /** Reserves an upload, and puts bytes where its link leads. */
    private static ObjectKey uploaded(Backend backend, Method method, byte[] bytes) {
        InstantSource clock = InstantSource.system();
        ImageService service = Composition.service(Settings.of(Map.of(), clock), backend, clock);
        ImageId id = UploadEvents.reserve(service, Fresh.user(), method, bytes)
                .image()
                .id();
        ObjectKey key = UploadEvents.key(method, id);
        assertThat(backend.store().put(key, new BytesPayload(bytes), ImageFormat.PNG))
                .isTrue();
        return key;
    }

    private String told(RuntimeApi lambda, ObjectKey key) throws InterruptedException {
        return lambda.invoke(UploadEvents.event(table.name(), key.value()), TIME)
                .text();
    }

    private RuntimeApi start(Class<?> handler) throws Exception {
        TemplateFunction function = template.function(handler.getName()).orElseThrow();
        Map<String, String> environment = new HashMap<>(function.environment());
        environment.putAll(table.environment());
        environment.put("PIXPORT_MULTIPART_THRESHOLD", "2000");
        // As before a snapshot, which the test's side of the runtime cannot take.
        environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", "provisioned-concurrency");
        return new RuntimeApi(handler, environment);
    }

    private static Set<Operation> calls(RuntimeApi lambda) throws InterruptedException {
        return lambda.end().stream()
                .map(RoleInterceptor::told)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    private static ActiveImage image(Instant time) {
        ImageContent content =
                new ImageContent(ImageFormat.JPEG, 2048, new Dimensions(640, 480), 1, Digests.sha256(Fresh.bytes(10)));
        ImageDetails details = ImageDetails.NONE.withTags(List.of(new Tag("sea")));
        return ActiveImage.uploaded(id(time), Fresh.user(), null, details, content);
    }

    private static ImageId id(Instant time) {
        return new ImageId(new UUID(time.toEpochMilli() << 16 | 0x7000, 1L << 63));
    }

    private static JsonNode send(RuntimeApi lambda, String method, String target, byte[] body, int status)
            throws InterruptedException {
        String type = method.equals("PATCH") || target.startsWith("/uploads") ? "application/json" : "image/jpeg";
        Headers headers = Headers.of(
                "Content-Type", type, "Idempotency-Key", UUID.randomUUID().toString());
        RuntimeApi.Said said = lambda.invoke(TestGateway.HTTP_API.event(method, target, headers, body), TIME);
        assertThat(said.what()).as(said.text()).isEqualTo("response");
        TestGateway.Received received = TestGateway.HTTP_API.received(said.body());
        assertThat(received.status()).as("%s %s", method, target).isEqualTo(status);
        return JsonMapper.shared().readTree(received.body());
    }
}
