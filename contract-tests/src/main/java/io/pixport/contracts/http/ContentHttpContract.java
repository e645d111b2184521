package io.pixport.contracts.http;

import static io.pixport.contracts.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.Digests;
import io.pixport.contracts.Fresh;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The bytes of an image at {@code /images/{id}/content} (RFC 9110), to a client that follows where it is sent for them, as
 * browsers do.
 */
public interface ContentHttpContract extends HttpFixture {
    @Test
    default void theContentIsTheBytesThatWereUploaded(Api api) {
        Answer content = api.get(content(api));

        assertThat(content)
                .hasStatus(200)
                .hasHeader("Content-Type", "image/jpeg")
                .hasHeader("Content-Length", "" + Api.SMALL.length)
                .hasHeader("Accept-Ranges", "bytes");
        assertThat(content.body()).isEqualTo(Api.SMALL);
    }

    @Test
    default void theEntityTagIsTheDigestOfTheBytes(Api api) {
        assertThat(api.send(Call.head(content(api)))).hasStatus(200).hasHeader("ETag", etag());
    }

    @Test
    default void headPaysNoHeedToARange(Api api) {
        assertThat(api.send(Call.head(content(api)).header("Range", "bytes=0-9")))
                .hasStatus(200)
                .hasHeader("Content-Length", "" + Api.SMALL.length);
    }

    @Test
    default void whatTheClientHasIsNotSentAgain(Api api) {
        String content = content(api);

        for (String has : List.of(etag(), "\"other\", " + etag(), "*", "W/" + etag(), etag() + ",\"x\"")) {
            Answer answer = api.send(Call.get(content).header("If-None-Match", has));
            assertThat(answer).hasStatus(304).hasHeader("ETag", etag());
            assertThat(answer.body()).isEmpty();
            assertThat(api.send(Call.head(content).header("If-None-Match", has)))
                    .hasStatus(304);
        }
    }

    @Test
    default void whatTheClientHasNotIsSent(Api api) {
        String content = content(api);

        for (String has :
                List.of("\"other\"", "W/\"other\"", Digests.sha256(Api.SMALL).hex(), "")) {
            assertThat(api.send(Call.get(content).header("If-None-Match", has))).hasStatus(200);
        }
    }

    @Test
    default void whatTheClientHasIsNotSentInPartsEither(Api api) {
        assertThat(api.send(
                        Call.get(content(api)).header("If-None-Match", etag()).header("Range", "bytes=0-9")))
                .hasStatus(304);
    }

    @Test
    default void aRangeIsAPartOfTheBytes(Api api) {
        String content = content(api);
        int size = Api.SMALL.length;

        assertPart(api, content, "bytes=0-0", 0, 0);
        assertPart(api, content, "bytes=0-99", 0, 99);
        assertPart(api, content, "bytes=100-4999", 100, 4999);
        assertPart(api, content, "bytes=100-", 100, size - 1);
        assertPart(api, content, "bytes=" + (size - 1) + "-", size - 1, size - 1);
        assertPart(api, content, "bytes=-10", size - 10, size - 1);
        assertPart(api, content, "bytes=-999999", 0, size - 1);
        assertPart(api, content, "bytes=7000-999999", 7000, size - 1);
        assertPart(api, content, "bytes=0-" + (size - 1), 0, size - 1);
    }

    private static void assertPart(Api api, String content, String range, int first, int last) {
        Answer part = api.send(Call.get(content).header("Range", range));
        assertThat(part)
                .hasStatus(206)
                .hasHeader("Content-Range", "bytes %d-%d/%d".formatted(first, last, Api.SMALL.length))
                .hasHeader("Content-Length", "" + (last - first + 1))
                .hasHeader("Content-Type", "image/jpeg");
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(Api.SMALL, first, last + 1));
    }

    @Test
    default void aRangeOutsideIsRefusedWithTheSize(Api api) {
        String content = content(api);

        for (String range : List.of("bytes=7958-", "bytes=7958-9000", "bytes=99999999999-", "bytes=-0")) {
            assertThat(api.send(Call.get(content).header("Range", range)))
                    .isProblem(416)
                    .hasHeader("Content-Range", "bytes */" + Api.SMALL.length);
        }
    }

    @Test
    default void severalRangesAreAnsweredWithTheWhole(Api api) {
        Answer answer = api.send(Call.get(content(api)).header("Range", "bytes=0-9,20-29"));

        assertThat(answer).hasStatus(200).hasNoHeader("Content-Range");
        assertThat(answer.body()).isEqualTo(Api.SMALL);
    }

    @Test
    default void aRangeThatIsNoneIsIgnored(Api api) {
        String content = content(api);

        for (String range : List.of("bytes=", "bytes=-", "bytes=a-b", "bytes=9-0", "lines=0-9", "bytes 0-9", "0-9")) {
            assertThat(api.send(Call.get(content).header("Range", range))).hasStatus(200);
        }
    }

    @Test
    default void theContentIsSavedUnderItsFileNameWhenAsked(Api api) {
        assertThat(api.get(content(api, "beach.jpg") + "?disposition=attachment"))
                .hasHeader("Content-Disposition", "attachment; filename=\"beach.jpg\"");
    }

    @Test
    default void anImageWithoutAFileNameIsSavedUnderItsId(Api api) {
        String id = api.uploaded(Fresh.user());

        assertThat(api.get("/images/" + id + "/content?disposition=attachment"))
                .hasHeader("Content-Disposition", "attachment; filename=\"" + id + ".jpg\"");
    }

    @Test
    default void theContentStaysTheSameWhenItsDescriptionChanges(Api api) {
        String id = api.uploaded(Fresh.user());
        assertThat(api.send(Call.patch("/images/" + id).json("{\"title\": \"New\"}")))
                .hasStatus(200);

        assertThat(api.get("/images/" + id + "/content").body()).isEqualTo(Api.SMALL);
        assertThat(api.send(Call.head("/images/" + id + "/content"))).hasHeader("ETag", etag());
    }

    private static String content(Api api) {
        return "/images/" + api.uploaded(Fresh.user()) + "/content";
    }

    private static String content(Api api, String fileName) {
        return "/images/" + api.uploaded(Fresh.user(), "filename", fileName) + "/content";
    }

    private static String etag() {
        return '"' + Digests.sha256(Api.SMALL).hex() + '"';
    }
}
