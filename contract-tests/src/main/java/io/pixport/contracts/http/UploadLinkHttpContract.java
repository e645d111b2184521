package io.pixport.contracts.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.Digests;
import io.pixport.contracts.Fresh;
import io.pixport.contracts.Multipart;
import io.pixport.core.model.ImageFormat;
import io.pixport.core.model.ImageIdGenerator;
import io.pixport.core.port.ImageStore;
import io.pixport.core.port.ObjectKey;
import io.pixport.core.port.PostLink;
import io.pixport.core.port.PresignedPost;
import io.pixport.core.port.PresignedUrl;
import io.pixport.core.port.WriteLink;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** What presigned links and forms for storing are good for, to somebody who has nothing else. */
public interface UploadLinkHttpContract extends HttpFixture {
    Duration LIFE = Duration.ofMinutes(10);
    /** More than is spooled in memory. */
    int LARGE = 300_000;

    @Test
    default void aWriteLinkTakesTheBytesItWasMadeForAndNeedsNoCredentials(ApiBuilder builder) {
        Api api = builder.callersNamed().start();
        ObjectKey key = key(api);
        byte[] bytes = Fresh.bytes(LARGE);

        assertThat(api.upload(writeLink(api, key, bytes), Body.of(bytes)).status())
                .isEqualTo(200);

        assertThat(store(api).describe(key).orElseThrow().size()).isEqualTo(LARGE);
    }

    @Test
    default void aWriteLinkRefusesOtherBytesAndLeavesNothingBehind(Api api) {
        byte[] bytes = Fresh.bytes(LARGE);
        byte[] others = bytes.clone();
        others[LARGE - 1]++;
        PresignedUrl link = writeLink(api, key(api), bytes);
        Api.Footprint before = api.footprint();

        assertThat(api.upload(link, Body.of(others)).status()).isBetween(400, 499);
        assertThat(api.upload(link, Body.of(Arrays.copyOf(bytes, LARGE - 1))).status())
                .isBetween(400, 499);
        assertThat(api.upload(link, Body.of(Arrays.copyOf(bytes, LARGE + 1))).status())
                .isBetween(400, 499);
        assertThat(api.upload(link, Body.NONE).status()).isBetween(400, 499);

        api.leftBehind(before);
    }

    @Test
    default void aWriteLinkIsGoodOnce(Api api) {
        byte[] bytes = Fresh.bytes(1000);
        PresignedUrl link = writeLink(api, key(api), bytes);
        api.upload(link, Body.of(bytes));

        assertThat(api.upload(link, Body.of(bytes)).status()).isBetween(400, 499);
    }

    @Test
    default void aFormTakesAFileOfAtMostItsSize(Api api) {
        ObjectKey key = key(api);
        PresignedPost form = form(api, key);

        assertThat(api.post(form, filled(form).file("file", "a.png", Fresh.bytes(LARGE)))
                        .status())
                .isBetween(200, 299);

        assertThat(store(api).describe(key).orElseThrow().size()).isEqualTo(LARGE);
    }

    @Test
    default void aFormTakesAnotherFileInPlaceOfTheFirst(Api api) {
        ObjectKey key = key(api);
        PresignedPost form = form(api, key);
        api.post(form, filled(form).file("file", "a.png", Fresh.bytes(LARGE)));

        assertThat(api.post(form, filled(form).file("file", "b.png", Fresh.bytes(1000)))
                        .status())
                .isBetween(200, 299);

        assertThat(store(api).describe(key).orElseThrow().size()).isEqualTo(1000);
    }

    @Test
    default void aFormThatIsNotFilledInAsItWasSignedIsRefusedAndLeavesNothingBehind(Api api) {
        PresignedPost form = form(api, key(api));
        Api.Footprint before = api.footprint();
        byte[] bytes = Fresh.bytes(1000);
        Multipart otherType = new Multipart();
        form.fields().forEach((name, value) -> otherType.field(name, value.replace("image/png", "text/html")));

        Map.of(
                        "a file that is too large",
                        filled(form).file("file", "a.png", Fresh.bytes(LARGE + 1)),
                        "an empty file",
                        filled(form).file("file", "a.png", new byte[0]),
                        "no file",
                        filled(form),
                        "no fields",
                        new Multipart().file("file", "a.png", bytes),
                        "a field more",
                        filled(form).field("acl", "public-read").file("file", "a.png", bytes),
                        "another type",
                        otherType.file("file", "a.png", bytes))
                .forEach((what, filled) ->
                        assertThat(api.post(form, filled).status()).as(what).isBetween(400, 499));

        api.leftBehind(before);
    }

    private static ImageStore store(Api api) {
        return api.backend().store();
    }

    private static ObjectKey key(Api api) {
        ImageIdGenerator ids = new ImageIdGenerator(api.clock(), ThreadLocalRandom.current());
        return ObjectKey.of(ids.next());
    }

    private static PresignedUrl writeLink(Api api, ObjectKey key, byte[] bytes) {
        return store(api).presignWrite(key, new WriteLink(LIFE, bytes.length, Digests.sha256(bytes), ImageFormat.PNG));
    }

    private static PresignedPost form(Api api, ObjectKey key) {
        return store(api).presignPost(key, new PostLink(LIFE, LARGE, ImageFormat.PNG));
    }

    private static Multipart filled(PresignedPost form) {
        Multipart multipart = new Multipart();
        form.fields().forEach(multipart::field);
        return multipart;
    }
}
