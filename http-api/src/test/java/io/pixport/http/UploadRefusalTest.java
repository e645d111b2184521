package io.pixport.http;

import static io.pixport.http.Uploads.MULTIPART;
import static io.pixport.http.Uploads.base64;
import static io.pixport.http.Uploads.image;
import static io.pixport.http.Uploads.json;
import static io.pixport.http.Uploads.raw;
import static io.pixport.http.Uploads.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.core.model.Limits;
import io.pixport.http.Problem.FieldError;
import io.pixport.http.Uploads.Form;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UploadRefusalTest {
    private static final byte[] SMALL = image("good/small.jpg");
    private static final String BASE64 = base64(SMALL);
    private static final long MAX = Limits.DEFAULTS.maxSize();

    private final Uploads uploads = new Uploads(4096);

    @AfterEach
    void nothingIsLeft() {
        uploads.close();
    }

    @ParameterizedTest
    @CsvSource({
        "'', there is no Content-Type",
        "text/plain, text/plain is not taken",
        "multipart/mixed, multipart/mixed is not"
    })
    void otherBodiesAreNotTaken(String type, String words) throws IOException {
        Problem problem = uploads.refusal(raw(type, "", SMALL));
        assertThat(problem.type()).isEqualTo(ProblemType.UNSUPPORTED_MEDIA_TYPE);
        assertThat(problem.detail()).contains(words, "multipart/form-data", "application/json", "image/*");
    }

    @Test
    void whatCurlSendsUnlessToldOtherwiseIsExplained() throws IOException {
        Problem problem = uploads.refusal(raw("application/x-www-form-urlencoded", "", SMALL));
        assertThat(problem.type()).isEqualTo(ProblemType.UNSUPPORTED_MEDIA_TYPE);
        assertThat(problem.detail()).contains("curl", "-H 'Content-Type: ");
    }

    @Test
    void compressedBodiesAreNotTaken() throws IOException {
        Headers headers = Headers.of("Content-Type", "image/jpeg", "Content-Encoding", "gzip");
        Problem problem = uploads.refusal(
                new Request("POST", "/images", "", headers, SMALL.length, new ByteArrayInputStream(SMALL)));
        assertThat(problem.type()).isEqualTo(ProblemType.UNSUPPORTED_MEDIA_TYPE);
    }

    @ParameterizedTest
    @CsvSource({"image/jpeg, 1", "image/jpeg, 1048576"})
    void aRawBodyAnnouncedAsTooLargeIsNotRead(String type, long more) throws IOException {
        assertTooLarge(uploads.refusal(request(type, "", MAX + more, unreadable())));
    }

    @Test
    void aFormAnnouncedAsTooLargeIsNotRead() throws IOException {
        assertTooLarge(uploads.refusal(request(MULTIPART, "", MAX + 128 * 1024 + 1, unreadable())));
    }

    @Test
    void jsonAnnouncedAsTooLargeIsNotRead() throws IOException {
        assertTooLarge(uploads.refusal(request("application/json", "", MAX * 3 / 2 + 128 * 1024 + 1, unreadable())));
    }

    @Test
    void aRawBodyThatTurnsOutTooLargeIsNotReadToItsEnd() throws IOException {
        assertTooLarge(uploads.refusal(request("image/jpeg", "", -1, endless(SMALL))));
    }

    @Test
    void aFormThatTurnsOutTooLargeIsNotReadToItsEnd() throws IOException {
        byte[] begin = new Form().file("file", "sea.jpg", SMALL).bytes();
        byte[] unfinished = Arrays.copyOf(begin, begin.length - Uploads.BOUNDARY.length() - 8);
        assertTooLarge(uploads.refusal(request(MULTIPART, "", -1, endless(unfinished))));
    }

    @Test
    void aFormWithAnEndlessUnknownPartIsNotReadToItsEnd() throws IOException {
        byte[] begin =
                new Form().file("file", "sea.jpg", SMALL).field("unknown", "x").bytes();
        byte[] unfinished = Arrays.copyOf(begin, begin.length - Uploads.BOUNDARY.length() - 8);
        assertTooLarge(uploads.refusal(request(MULTIPART, "", -1, endless(unfinished))));
    }

    @Test
    void jsonThatTurnsOutTooLargeIsNotReadToItsEnd() throws IOException {
        byte[] begin = "{\"image\": \"".getBytes(StandardCharsets.UTF_8);
        assertTooLarge(uploads.refusal(request("application/json", "", -1, endless(begin))));
    }

    @Test
    void aDecodedImageThatIsTooLargeIsRefused() throws IOException {
        byte[] large = Arrays.copyOf(SMALL, (int) MAX + 1);
        assertTooLarge(uploads.refusal(json("{\"image\":\"" + base64(large) + "\"}")));
    }

    private static void assertTooLarge(Problem problem) {
        assertThat(problem.type()).isEqualTo(ProblemType.TOO_LARGE);
        assertThat(problem.limit()).isEqualTo(MAX);
    }

    @Test
    void emptyFilesAreRefused() throws IOException {
        assertInvalid(raw("image/png", "", new byte[0]), "file");
        assertInvalid(new Form().file("image", "", new byte[0]).request(), "image");
        assertInvalid(json("{\"image_data\": \"\"}"), "image_data");
    }

    @Test
    void exactlyOneFileIsTaken() throws IOException {
        assertInvalid(new Form().field("title", "sea").request(), "file");
        assertInvalid(
                new Form()
                        .file("file", "a.jpg", SMALL)
                        .file("image", "b.jpg", SMALL)
                        .request(),
                "image");
        assertInvalid(
                new Form()
                        .file("file", "a.jpg", SMALL)
                        .file("file", "b.jpg", SMALL)
                        .request(),
                "file");
        assertInvalid(json("{}"), "file");
        assertInvalid(json("{\"image\": null}"), "file");
        assertInvalid(json("{\"image\":\"" + BASE64 + "\",\"image_data\":\"" + BASE64 + "\"}"), "image_data");
    }

    @Test
    void textNamedJpgIsOfNoTakenFormat() throws IOException {
        byte[] text = "this is no image, whatever it is called".getBytes(StandardCharsets.UTF_8);
        Problem problem =
                uploads.refusal(new Form().file("file", "sea.jpg", text).request());
        assertThat(problem.type()).isEqualTo(ProblemType.UNSUPPORTED_MEDIA_TYPE);
    }

    @Test
    void everythingThatIsWrongIsToldAtOnceWhereverItStands() throws IOException {
        Problem problem = uploads.refusal(new Form()
                .field("user_id", "a/b")
                .field("tags", "[\"ok\", \"\", 7]")
                .file("file", "sea.jpg", image("bad/truncated.jpg"))
                .field("title", "x".repeat(201))
                .field("custom", "{\"iso\": 200, \"lens\": \"\\u0000\"}")
                .request());
        assertThat(problem.type()).isEqualTo(ProblemType.UNPROCESSABLE);
        assertThat(problem.errors())
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder(
                        "user_id", "tags[1]", "tags[2]", "file", "title", "custom.iso", "custom.lens");
    }

    @Test
    void fieldsOfTheWrongTypeAreNamed() throws IOException {
        Problem problem = uploads.refusal(json("""
                {"image": 5, "user_id": {}, "title": 1.5, "description": true, "alt_text": [], "tags": 7, "custom": "x",
                 "filename": 3, "content_type": false}"""));
        assertThat(problem.type()).isEqualTo(ProblemType.INVALID_REQUEST);
        assertThat(problem.errors())
                .contains(
                        new FieldError("image", "image must be a string of base64, got a number"),
                        new FieldError("title", "title must be a string, got a number"),
                        new FieldError("tags", "tags must be an array of strings or a string, got a number"),
                        new FieldError("custom", "custom must be an object of strings, got a string"))
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder(
                        "image",
                        "user_id",
                        "title",
                        "description",
                        "alt_text",
                        "tags",
                        "custom",
                        "filename",
                        "content_type");
    }

    @Test
    void aFieldThatHasOneValueIsGivenOnce() throws IOException {
        assertInvalid(
                new Form()
                        .file("file", "a.jpg", SMALL)
                        .field("title", "a")
                        .field("title", "b")
                        .request(),
                "title");
        assertInvalid(raw("image/jpeg", "title=a&title=b", SMALL), "title");
    }

    @Test
    void controlCharactersAndHalvesOfSurrogatesAreRefused() throws IOException {
        assertInvalid(json("{\"image\":\"" + BASE64 + "\",\"title\":\"a\\u0007b\"}"), "title");
        assertInvalid(json("{\"image\":\"" + BASE64 + "\",\"title\":\"a\\ud800b\"}"), "title");
        assertInvalid(json("{\"image\":\"" + BASE64 + "\",\"custom\":{\"\\u0007\":\"b\"}}"), "custom.\uFFFD");
        assertMalformed(json("{\"image\":\"" + BASE64 + "\",\"custom\":{\"\\ud800\":\"b\"}}"));
    }

    @Test
    void textThatIsNotUtf8IsRefused() throws IOException {
        byte[] latin1 = "K\u00fcste".getBytes(StandardCharsets.ISO_8859_1);
        assertInvalid(
                new Form()
                        .file("file", "a.jpg", SMALL)
                        .part("form-data; name=\"title\"", latin1)
                        .request(),
                "title");
        assertInvalid(raw("image/jpeg", "title=K%FCste", SMALL), "title");
        assertMalformed(json(
                ("{\"image\":\"" + BASE64 + "\",\"title\":\"K\u00fcste\"}").getBytes(StandardCharsets.ISO_8859_1)));
        assertMalformed(json(("{\"image\":\"" + BASE64 + "\"}").getBytes(StandardCharsets.UTF_16LE)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "[]",
                "7",
                "\"x\"",
                "null",
                "{",
                "{\"image\":\"",
                "{\"a\":1,}",
                "{\"a\":1} {}",
                "{\"a\":1} x",
                "{\"title\":\"a\",\"title\":\"b\"}",
                "{\"image\":\"\",\"image\":\"\"}",
                "{\"custom\":{\"a\":\"\",\"a\":\"\"}}",
                "{'a':1}",
                "{\"a\":NaN}",
                "\uFEFF{}"
            })
    void whatIsNoJsonObjectIsRefused(String body) throws IOException {
        assertMalformed(json(body));
    }

    @Test
    void jsonOfTooManyLevelsOrPartsIsRefused() throws IOException {
        assertMalformed(json("{\"a\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}"));
        assertMalformed(json("{\"tags\":[" + "\"a\",".repeat(20_000) + "\"a\"]}"));
        assertMalformed(json("{\"title\":\"" + "a".repeat(100_000) + "\"}"));
        assertMalformed(json("{\"unknown\":\"" + "a".repeat(200_000) + "\"}"));
        assertMalformed(json("{\"" + "a".repeat(2000) + "\":\"\"}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A",
                "AB=C",
                "AA==AA==",
                "AA=",
                "====",
                "A-_A",
                "*AAA",
                "AAA\\u0141",
                "AAA\\u00e9",
                "AAAé",
                "AAAA%3D"
            })
    void whatIsNoBase64IsRefused(String text) throws IOException {
        assertInvalid(json("{\"image\":\"" + text + "\"}"), "image");
        assertInvalid(json("{\"image\":\"data:image/jpeg;base64," + text + "\"}"), "image");
        assertInvalid(json("{\"image\":\"" + BASE64.substring(0, 8192 * 3) + text + "\"}"), "image");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data:",
                "data:image/jpeg;base64",
                "data:image/jpeg,AAAA",
                "data:,AAAA",
                "data:image/jpeg;base65,AAAA"
            })
    void aDataUriWithoutBase64IsRefused(String uri) throws IOException {
        assertInvalid(json("{\"image\":\"" + uri + "\"}"), "image");
    }

    @Test
    void aDataUriOfAnotherTypeIsRefused() throws IOException {
        Problem notTaken = uploads.refusal(json("{\"image\":\"data:text/plain;base64," + BASE64 + "\"}"));
        assertThat(notTaken.type()).isEqualTo(ProblemType.UNSUPPORTED_MEDIA_TYPE);
        assertThat(notTaken.detail()).contains("text/plain");
        Problem other = uploads.refusal(json("{\"image\":\"data:image/png;base64," + BASE64 + "\"}"));
        assertThat(other.type()).isEqualTo(ProblemType.UNPROCESSABLE);
        assertThat(other.errors())
                .containsExactly(new FieldError("image", "image is said to be PNG, and its bytes are JPEG"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data",
                "multipart/form-data; boundary=",
                "multipart/form-data; boundary=\"\"",
                "multipart/form-data; boundary=other"
            })
    void aFormWithoutItsBoundaryIsRefused(String type) throws IOException {
        byte[] body = new Form().file("file", "a.jpg", SMALL).bytes();
        assertThat(uploads.refusal(raw(type, "", body)).type()).isEqualTo(ProblemType.INVALID_REQUEST);
    }

    @Test
    void aBoundaryThatIsTooLongIsRefused() throws IOException {
        assertMalformed(raw("multipart/form-data; boundary=" + "b".repeat(70_000), "", SMALL));
    }

    @Test
    void aFormWithoutAnEndIsRefused() throws IOException {
        byte[] whole =
                new Form().field("title", "sea").file("file", "a.jpg", SMALL).bytes();
        int end = Uploads.BOUNDARY.length() + 6;
        for (int missing = 3; missing <= end + 4; missing++) {
            assertMalformed(raw(MULTIPART, "", Arrays.copyOf(whole, whole.length - missing)));
        }
    }

    @Test
    void aFormHasNotTooManyPartsHeadersOrText() throws IOException {
        Form parts = new Form().file("file", "a.jpg", SMALL);
        for (int i = 0; i < 50; i++) {
            parts.field("unknown", "x");
        }
        assertMalformed(parts.request());
        assertMalformed(new Form()
                .part("form-data; name=\"" + "x".repeat(20_000) + "\"", SMALL)
                .request());
        assertInvalid(
                new Form()
                        .file("file", "a.jpg", SMALL)
                        .field("title", "x".repeat(16 * 1024 + 1))
                        .request(),
                "title");
        Form text = new Form().file("file", "a.jpg", SMALL);
        for (int i = 0; i < 9; i++) {
            text.field("tags", ",".repeat(16 * 1024));
        }
        assertMalformed(text.request());
    }

    @Test
    void aProblemTellsABoundedNumberOfErrors() throws IOException {
        Problem problem = uploads.refusal(new Form()
                .file("file", "a.jpg", SMALL)
                .field("tags", "!,".repeat(8000))
                .request());
        assertThat(problem.errors()).hasSize(100);
    }

    private void assertInvalid(Request request, String field) throws IOException {
        Problem problem = uploads.refusal(request);
        assertThat(problem.type()).isEqualTo(ProblemType.INVALID_REQUEST);
        assertThat(problem.errors()).extracting(FieldError::field).containsExactly(field);
    }

    private void assertMalformed(Request request) throws IOException {
        Problem problem = uploads.refusal(request);
        assertThat(problem.type()).isEqualTo(ProblemType.INVALID_REQUEST);
        assertThat(problem.errors()).isEmpty();
        assertThat(problem.detail()).doesNotContain("jackson", "Exception").isNotBlank();
    }

    private static InputStream unreadable() {
        return new InputStream() {
            @Override
            public int read() {
                throw new AssertionError("was read");
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                return read();
            }
        };
    }

    /** So many bytes that whoever reads to the end does not return. */
    private static InputStream endless(byte[] begin) {
        InputStream rest = new InputStream() {
            @Override
            public int read() {
                return 'A';
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                Arrays.fill(buffer, offset, offset + length, (byte) 'A');
                return length;
            }
        };
        return new SequenceInputStream(new ByteArrayInputStream(begin), rest);
    }
}
