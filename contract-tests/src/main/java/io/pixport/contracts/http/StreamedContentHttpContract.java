package io.pixport.contracts.http;

import static io.pixport.contracts.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.Digests;
import io.pixport.contracts.Fresh;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What comes with the bytes of an image from an entry that sends them itself (RFC 9110). */
public interface StreamedContentHttpContract extends HttpFixture {
    @Test
    default void theContentIsKeptByClientsThatAskAgainBeforeTheyUseIt(Api api) {
        Answer content = api.get(content(api));

        assertThat(content).hasStatus(200).hasHeader("ETag", etag()).hasHeader("X-Content-Type-Options", "nosniff");
        assertThat(content.header("Cache-Control")).contains("private").contains("no-cache");
    }

    @Test
    default void aPartHasTheEntityTagOfTheWhole(Api api) {
        assertThat(api.send(Call.get(content(api)).header("Range", "bytes=0-9")))
                .hasStatus(206)
                .hasHeader("ETag", etag());
    }

    @Test
    default void headAnswersWhatGetDoesWithoutTheBytes(Api api) {
        String content = content(api);
        Answer get = api.get(content);

        Answer head = api.send(Call.head(content));

        assertThat(head).hasStatus(200);
        for (String name : List.of("ETag", "Content-Type", "Content-Length", "Content-Disposition", "Accept-Ranges")) {
            assertThat(head).hasHeader(name, get.header(name));
        }
        assertThat(head.body()).isEmpty();
    }

    @Test
    default void aRangeOfWhatTheClientHasIsAPartAndOfAnythingElseTheWhole(Api api) {
        Call part = Call.get(content(api)).header("Range", "bytes=0-9");

        assertThat(api.send(part.header("If-Range", etag()))).hasStatus(206);
        for (String other : List.of("\"other\"", "W/" + etag(), "Wed, 11 Feb 2026 10:30:00 GMT")) {
            Answer whole = api.send(part.header("If-Range", other));
            assertThat(whole).hasStatus(200);
            assertThat(whole.body()).isEqualTo(Api.SMALL);
        }
    }

    @Test
    default void theContentIsShownInPlaceUnderItsFileName(Api api) {
        assertThat(api.get(content(api, "beach.jpg")))
                .hasHeader("Content-Disposition", "inline; filename=\"beach.jpg\"");
    }

    @Test
    default void aFileNameBeyondAsciiComesInBothForms(Api api) {
        assertThat(api.get(content(api, "M\u00E4rchen \u6D77.jpg")))
                .hasHeader(
                        "Content-Disposition",
                        "inline; filename=\"M_rchen _.jpg\"; filename*=UTF-8''M%C3%A4rchen%20%E6%B5%B7.jpg");
    }

    @Test
    default void aFileNameCannotEndItsQuotes(Api api) {
        String disposition = api.get(content(api, "a\"; x=\"b.jpg")).header("Content-Disposition");

        assertThat(disposition)
                .startsWith("inline; filename=\"a_; x=_b.jpg\"; filename*=UTF-8''a%22%3B%20x%3D%22b.jpg");
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
