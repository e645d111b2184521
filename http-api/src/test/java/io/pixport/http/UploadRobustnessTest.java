package io.pixport.http;

import static io.pixport.http.Uploads.MULTIPART;
import static io.pixport.http.Uploads.base64;
import static io.pixport.http.Uploads.image;
import static io.pixport.http.Uploads.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.pixport.core.model.Limits;
import io.pixport.http.Uploads.Form;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What comes of bodies that are cut, changed, slow or large. */
final class UploadRobustnessTest {
    /** Bytes in memory, so few that files are made, as for large bodies. */
    private static final int FILES = 100;

    private static final int MEMORY = 256 * 1024;

    /** Prime, and so meets boundaries, escapes and groups of four at all their places. */
    private static final int STEP = 7;

    /** A body of each form, with a whole image and every field. */
    enum Body {
        FORM,
        JSON,
        RAW;

        byte[] bytes() {
            return switch (this) {
                case FORM ->
                    new Form()
                            .field("title", "Küste")
                            .field("tags", "[\"sunset\", \"nature\"]")
                            .file("file", "sea.png", TinyPng.bytes())
                            .field("custom", "{\"iso\": \"200\"}")
                            .bytes();
                case JSON ->
                    ("{\"title\": \"K\\u00fcste\", \"tags\": [\"sunset\"], \"image\": \"data:image/png;base64,"
                                    + base64(TinyPng.bytes()).replace("/", "\\/")
                                    + "\", \"custom\": {\"iso\": \"200\"}, \"other\": [1, {\"a\": true}]}")
                            .getBytes(StandardCharsets.UTF_8);
                case RAW -> TinyPng.bytes();
            };
        }

        Request from(InputStream in) {
            return switch (this) {
                case FORM -> request(MULTIPART, "", -1, in);
                case JSON -> request("application/json", "", -1, in);
                case RAW -> request("image/png", "title=K%C3%BCste&tags=sunset", -1, in);
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void howManyBytesComeAtATimeDoesNotMatter(Body body) throws IOException {
        byte[] bytes = body.bytes();
        try (Uploads uploads = new Uploads(FILES)) {
            for (int atATime = 1; atATime < 100; atATime += STEP) {
                try (UploadRequest upload = uploads.read(body.from(new DripStream(bytes, atATime)));
                        InputStream stored = upload.image().open()) {
                    assertThat(upload.details().title()).isEqualTo("Küste");
                    assertThat(stored.readAllBytes()).isEqualTo(TinyPng.bytes());
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aClientThatHangsUpAnywhereLeavesNothingBehind(Body body) {
        byte[] bytes = body.bytes();
        try (Uploads uploads = new Uploads(FILES)) {
            for (int failAt = 0; failAt < bytes.length - "--\r\n".length(); failAt += STEP) {
                Request request = body.from(new FailingStream(bytes, failAt));
                assertThatThrownBy(() -> uploads.read(request))
                        .isExactlyInstanceOf(IOException.class)
                        .hasMessage(FailingStream.MESSAGE);
                uploads.assertNothingLeft();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aBodyThatEndsAnywhereIsRefused(Body body) throws IOException {
        byte[] bytes = body.bytes();
        try (Uploads uploads = new Uploads(FILES)) {
            for (int length = 0; length < bytes.length - "--\r\n".length(); length += STEP) {
                byte[] part = Arrays.copyOf(bytes, length);
                assertThat(uploads.refusal(body.from(new ByteArrayInputStream(part)))
                                .type())
                        .isIn(
                                ProblemType.INVALID_REQUEST,
                                ProblemType.UNPROCESSABLE,
                                ProblemType.UNSUPPORTED_MEDIA_TYPE);
                uploads.assertNothingLeft();
            }
        }
    }

    @Property
    void aChangedBodyIsTakenOrRefused(
            @ForAll Body body, @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int changes) throws IOException {
        byte[] changed = changed(body.bytes(), new Random(seed), changes);
        try (Uploads uploads = new Uploads(seed % 4 == 0 ? FILES : MEMORY)) {
            try (UploadRequest upload = uploads.read(body.from(new ByteArrayInputStream(changed)))) {
                assertThat(upload.image().size()).isPositive();
            } catch (ProblemException refused) {
                assertThat(refused.problem().detail()).isNotBlank();
                assertThat(refused.problem().type().status()).isBetween(400, 422);
            }
        }
    }

    private static byte[] changed(byte[] bytes, Random random, int changes) {
        byte[] telling = "\"\\{}[],:;-=\r\n\0\u00ff/u%".getBytes(StandardCharsets.ISO_8859_1);
        byte[] changed = bytes;
        for (int i = 0; i < changes; i++) {
            int from = random.nextInt(changed.length + 1);
            int to = Math.min(changed.length, from + random.nextInt(4));
            byte[] between = new byte[random.nextInt(3)];
            for (int j = 0; j < between.length; j++) {
                between[j] = telling[random.nextInt(telling.length)];
            }
            changed = spliced(changed, from, to, between);
        }
        return changed;
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] between) {
        byte[] spliced = Arrays.copyOf(bytes, bytes.length - (to - from) + between.length);
        System.arraycopy(between, 0, spliced, from, between.length);
        System.arraycopy(bytes, to, spliced, from + between.length, bytes.length - to);
        return spliced;
    }

    @Test
    void theLargestImageAsJsonIsNeverInMemory() throws IOException {
        byte[] largest = Arrays.copyOf(image("good/small.jpg"), (int) Limits.DEFAULTS.maxSize());
        byte[] json = ("{\"image\":\"" + base64(largest) + "\",\"title\":\"sea\"}").getBytes(StandardCharsets.UTF_8);
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (Uploads uploads = new Uploads(MEMORY)) {
            long before = thread.getCurrentThreadAllocatedBytes();
            try (UploadRequest upload = uploads.read(Uploads.json(json))) {
                assertThat(thread.getCurrentThreadAllocatedBytes() - before).isLessThan(4 * 1024 * 1024);
                assertThat(upload.image().size()).isEqualTo(largest.length);
            }
        }
    }
}
