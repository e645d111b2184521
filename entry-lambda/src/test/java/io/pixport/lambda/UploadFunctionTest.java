package io.pixport.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pixport.aws.AwsClients;
import io.pixport.contracts.Fresh;
import io.pixport.contracts.ImageMaker;
import io.pixport.contracts.usecase.TestService;
import io.pixport.core.model.ActiveImage;
import io.pixport.core.model.Announcement.Method;
import io.pixport.core.model.ImageId;
import io.pixport.core.port.ObjectKey;
import io.pixport.core.port.PresignedUrl;
import io.pixport.core.usecase.ImageService;
import io.pixport.core.usecase.ReserveUpload.Reservation;
import io.pixport.settings.AwsStores;
import io.pixport.settings.Settings;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What EventBridge runs: the events that it may get, and the function in a process of its own. */
@Execution(ExecutionMode.CONCURRENT)
final class UploadFunctionTest {
    private static final Duration TIME = Duration.ofSeconds(60);

    @Test
    void aNewObjectIsReadAsTheDocumentationShowsIt() {
        assertThat(read(TestGateway.event("object-created")))
                .isEqualTo(new CreatedObject("amzn-s3-demo-bucket1", "example-key"));
    }

    @ParameterizedTest
    @CsvSource({
        "object-deleted,  Its detail-type is Object Deleted",
        "scheduled,       Its source is aws.events",
        "s3-notification, It has no source",
        "http-api,        It has no source",
    })
    void anotherEventIsRefusedByWhatItIs(String file, String words) {
        assertRefused(TestGateway.event(file), words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/detail/bucket", "/detail/object"})
    void aNewObjectNeedsBucketAndKey(String nameless) {
        ObjectNode event = TestGateway.event("object-created");
        event.withObject(nameless).removeAll();

        assertRefused(event, "It does not name bucket and key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{\"source\": \"aws.s3\"", "\"aws.s3\"", "{]"})
    void whatIsNoJsonObjectIsRefused(String event) {
        assertThatThrownBy(() -> CreatedObject.read(event.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("It is no JSON object");
    }

    @Test
    void whatALinkHasPutIsCompletedInAProcessOfItsOwn() throws Exception {
        TestTable table = TestTable.provisioned();
        try (AwsClients clients = table.open();
                RuntimeApi lambda = new RuntimeApi(UploadFunction.class, table.environment())) {
            InstantSource clock = InstantSource.system();
            ImageService service = Composition.service(
                    Settings.of(table.environment(), clock), AwsStores.backend(clients, clock), clock);
            byte[] image = ImageMaker.png(60, 50);
            Reservation reservation = UploadEvents.reserve(service, Fresh.user(), Method.PUT, image);
            ImageId id = reservation.image().id();
            assertThat(send((PresignedUrl) reservation.link(), image)).isEqualTo(200);

            RuntimeApi.Said said = lambda.invoke(
                    UploadEvents.event(table.name(), ObjectKey.of(id).value()), TIME);

            assertThat(said.what()).as(said.text()).isEqualTo("response");
            assertThat(said.text()).isEqualTo("{\"status\":\"active\"}");
            assertThat(TestService.done(service.getUpload().get(id, null))).isInstanceOf(ActiveImage.class);
            lambda.awaitLog("Upload " + id + ": ACTIVE");
        }
    }

    @Test
    void anObjectInAnotherBucketAndWhatAStoreFailsOnAreErrors() throws Exception {
        TestTable table = TestTable.named();
        String key = ObjectKey.of(UploadEvents.freshId()).value();
        try (RuntimeApi lambda = new RuntimeApi(UploadFunction.class, table.environment())) {
            RuntimeApi.Said elsewhere = lambda.invoke(UploadEvents.event("elsewhere", key), TIME);
            assertThat(elsewhere.what()).isEqualTo("error");
            assertThat(elsewhere.text())
                    .contains("The object is in the bucket elsewhere, and uploads arrive in " + table.name());

            RuntimeApi.Said withoutTable = lambda.invoke(UploadEvents.event(table.name(), key), TIME);
            assertThat(withoutTable.what()).isEqualTo("error");
            assertThat(withoutTable.text()).contains("StorageException");
        }
    }

    @Test
    void withoutAStoreInAwsItDoesNotStart() throws Exception {
        try (RuntimeApi lambda = new RuntimeApi(UploadFunction.class, Map.of())) {
            RuntimeApi.Said error = lambda.said();

            assertThat(error.what()).isEqualTo("init/error");
            assertThat(error.text()).contains("completing uploads by events needs PIXPORT_STORE=aws");
        }
    }

    private static CreatedObject read(ObjectNode event) {
        return CreatedObject.read(JsonMapper.shared().writeValueAsBytes(event));
    }

    private static void assertRefused(ObjectNode event, String words) {
        assertThatThrownBy(() -> read(event))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words)
                .hasMessageEndingWith(
                        "Expected is one of EventBridge, of source aws.s3 and detail-type Object Created.");
    }

    private static int send(PresignedUrl link, byte[] bytes) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(link.url());
        link.headers().forEach(request::header);
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.PUT(BodyPublishers.ofByteArray(bytes)).build(), BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
