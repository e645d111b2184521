package io.pixport.contracts.http;

import static io.pixport.contracts.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pixport.contracts.Fresh;
import io.pixport.contracts.ImageMaker;
import io.pixport.contracts.Images;
import io.pixport.contracts.faults.Faults;
import io.pixport.contracts.faults.Faults.Step;
import io.pixport.core.model.ImageId;
import io.pixport.core.model.UserId;
import io.pixport.core.port.ObjectKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The export of an owner's images as a zip archive, from an entry that streams. */
public interface ArchiveHttpContract extends HttpFixture {
    @Test
    default void anExportHasTheBytesOfEveryImageAndWhatIsKnownOfIt(Api api) {
        UserId user = Fresh.user();
        byte[] large = ImageMaker.jpegOfSize(300_000);
        String jpeg = api.uploaded(user, large);
        String png = api.uploaded(user, Images.bytes("good/rgba.png"));
        String trashed = api.uploaded(user);
        assertThat(api.send(Call.delete("/images/" + trashed))).hasStatus(200);
        api.uploaded(Fresh.user());

        Answer answer = api.get(export(user));

        assertThat(answer)
                .hasStatus(200)
                .hasHeader("Content-Type", "application/zip")
                .hasHeader("Content-Disposition", "attachment; filename=\"images.zip\"")
                .hasHeader("Cache-Control", "private, no-store")
                .hasNoHeader("Content-Length");
        Map<String, byte[]> entries = entries(answer.body());
        assertThat(entries)
                .containsOnlyKeys(
                        "images/" + jpeg + ".jpg",
                        "metadata/" + jpeg + ".json",
                        "images/" + png + ".png",
                        "metadata/" + png + ".json",
                        "export.json");
        assertThat(entries.get("images/" + jpeg + ".jpg")).isEqualTo(large);
        assertThat(entries.get("images/" + png + ".png")).isEqualTo(Images.bytes("good/rgba.png"));
        assertThat(json(entries, "metadata/" + jpeg + ".json"))
                .isEqualTo(api.get("/images/" + jpeg).json().at("/metadata"));
        JsonNode whole = json(entries, "export.json");
        assertThat(whole.path("user_id").asString()).isEqualTo(user.value());
        assertThat(whole.path("images").asInt()).isEqualTo(2);
        assertThat(whole.path("missing").asInt()).isZero();
    }

    @Test
    default void namesInTheArchiveAreMadeHereAndNotBySenders(Api api) {
        UserId user = Fresh.user();
        for (int i = 0; i < 2; i++) {
            api.uploaded(user, "filename", "../../etc/passwd");
        }

        assertThat(entries(api.get(export(user)).body()).keySet())
                .hasSize(5)
                .allMatch(name -> name.matches("export.json|(images|metadata)/[0-9a-f-]{36}\\.(jpg|json)"));
    }

    @Test
    default void anExportOfNothingIsAWholeArchive(Api api) {
        Map<String, byte[]> entries = entries(api.get(export(Fresh.user())).body());

        assertThat(entries).containsOnlyKeys("export.json");
    }

    @Test
    default void anExportOfManyPagesHasEveryImageOnce(Api api) {
        UserId user = Fresh.user();
        for (int i = 0; i < 51; i++) {
            api.uploaded(user);
        }

        assertThat(entries(api.get(export(user)).body())).hasSize(103);
    }

    @Test
    default void anExportIsItsOwnersAlone(ApiBuilder builder) {
        Api api = builder.start();
        UserId user = Fresh.user();
        api.uploaded(user);

        assertThat(api.send(Call.get(export(user)).by(Fresh.user()))).isProblem(403);
        assertThat(api.send(Call.get(export(user)).by(user))).hasStatus(200);
        assertThat(builder.callersNamed().start().get(export(user))).isProblem(401);
        assertThat(api.get("/users/a%2Fb/export")).isProblem(400).naming("user_id");
        assertThat(api.send(Call.get(export(user)).header("Accept", "application/json")))
                .isProblem(406);
    }

    @Test
    default void headAnswersWithoutReadingAnImage(ApiBuilder builder) {
        Faults faults = new Faults();
        Api api = builder.failingStore(faults).start();
        UserId user = Fresh.user();
        api.uploaded(user);
        faults.takeDown();

        Answer head = api.send(Call.head(export(user)));

        assertThat(head).hasStatus(200).hasHeader("Content-Type", "application/zip");
        assertThat(head.body()).isEmpty();
    }

    @Test
    default void withoutTheRepositoryAnExportIsUnavailable(ApiBuilder builder) {
        Faults faults = new Faults();
        Api api = builder.failingRepository(faults).start();
        UserId user = Fresh.user();
        api.uploaded(user);
        faults.takeDown();

        assertThat(api.get(export(user))).isProblem(503).hasHeader("Retry-After", "2");
    }

    @Test
    default void anExportThatAStoreFailsInTheMiddleOfIsNeverWhole(ApiBuilder builder) {
        Faults faults = new Faults();
        Api api = builder.failingStore(faults).start();
        UserId user = Fresh.user();
        api.uploaded(user, ImageMaker.jpegOfSize(300_000));
        api.uploaded(user, ImageMaker.jpegOfSize(300_000));
        faults.after(Step.OPEN, () -> faults.failBefore(Step.OPEN));

        assertThatThrownBy(() -> api.get(export(user))).isInstanceOf(UncheckedIOException.class);

        assertThat(entries(api.get(export(user)).body())).hasSize(5);
    }

    @Test
    default void anImageThatIsDeletedMeanwhileIsLeftOut(ApiBuilder builder) {
        Faults faults = new Faults();
        Api api = builder.failingStore(faults).start();
        UserId user = Fresh.user();
        String deleted = api.uploaded(user);
        api.clock().advance(Duration.ofSeconds(1));
        String kept = api.uploaded(user);
        faults.after(Step.OPEN, () -> assertThat(api.send(Call.delete("/images/" + deleted + "?permanent=true")))
                .hasStatus(200));

        assertThat(entries(api.get(export(user)).body()).keySet())
                .isEqualTo(Set.of("images/" + kept + ".jpg", "metadata/" + kept + ".json", "export.json"));
    }

    @Test
    default void anImageWhoseBytesAreLostIsToldOf(Api api) {
        UserId user = Fresh.user();
        String lost = api.uploaded(user);
        String kept = api.uploaded(user);
        api.backend().store().delete(ObjectKey.of(ImageId.parse(lost).orElseThrow()));

        Map<String, byte[]> entries = entries(api.get(export(user)).body());

        assertThat(entries)
                .containsOnlyKeys(
                        "metadata/" + lost + ".json",
                        "images/" + kept + ".jpg",
                        "metadata/" + kept + ".json",
                        "export.json");
        assertThat(json(entries, "export.json").path("missing").asInt()).isEqualTo(1);
    }

    private static String export(UserId user) {
        return "/users/" + user + "/export";
    }

    private static JsonNode json(Map<String, byte[]> entries, String name) {
        return JsonMapper.shared().readTree(Objects.requireNonNull(entries.get(name)));
    }

    /** What a whole archive has, by name. */
    private static Map<String, byte[]> entries(byte[] archive) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(entries.put(entry.getName(), zip.readAllBytes())).isNull();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }
}
