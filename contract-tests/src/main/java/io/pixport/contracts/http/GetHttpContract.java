package io.pixport.contracts.http;

import static io.pixport.contracts.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.pixport.contracts.Fresh;
import io.pixport.contracts.Images;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is answered about one image. */
public interface GetHttpContract extends HttpFixture {
    @Test
    default void anImageIsShownAsItWasWhenUploadedAndWithALink(Api api) {
        Answer uploaded = api.upload(Fresh.user(), "title", "T", "tags", "a,b", "filename", "f.jpg");

        Answer answer = api.get("/images/" + Api.idOf(uploaded));

        assertThat(answer)
                .hasStatus(200)
                .hasHeader("Content-Type", "application/json")
                .hasOnlyMembers("", Set.of("image_id", "metadata", "url", "expires_in"))
                .has("/image_id", Api.idOf(uploaded))
                .has("/metadata", uploaded.at("/metadata"))
                .has("/expires_in", 3600);
        assertThat(api.follow(answer.textAt("/url")).body()).isEqualTo(Api.SMALL);
    }

    @Test
    default void theUrlIsThereWhetherAskedForOrNot(Api api) {
        String id = api.uploaded(Fresh.user());

        for (String query : List.of("?url=true", "?url=false", "")) {
            Answer answer = api.get("/images/" + id + query);
            assertThat(answer).hasStatus(200).hasOnlyMembers("", Set.of("image_id", "metadata", "url", "expires_in"));
            assertThat(api.follow(answer.textAt("/url"))).hasStatus(200);
        }
    }

    @Test
    default void downloadAddsTheBytesInBase64AndMakesTheUrlAnAttachment(Api api) {
        byte[] photo = Images.bytes("good/photo.jpg");
        String id = api.uploaded(Fresh.user(), photo);

        Answer answer = api.get("/images/" + id + "?download=true");

        assertThat(answer)
                .hasStatus(200)
                .hasOnlyMembers("", Set.of("image_id", "metadata", "url", "expires_in", "image_data", "content_type"))
                .has("/content_type", "image/jpeg");
        assertThat(Base64.getDecoder().decode(answer.textAt("/image_data"))).isEqualTo(photo);
        assertThat(api.follow(answer.textAt("/url")).header("Content-Disposition"))
                .startsWith("attachment");
    }

    @Test
    default void withoutDownloadTheUrlShowsTheImageInPlace(Api api) {
        String url = api.get("/images/" + api.uploaded(Fresh.user())).textAt("/url");

        assertThat(api.follow(url).header("Content-Disposition")).doesNotStartWith("attachment");
    }

    @Test
    default void theLifeOfTheUrlCanBeChosenWithinItsLimits(Api api) {
        String image = "/images/" + api.uploaded(Fresh.user());

        assertThat(api.get(image + "?expires_in=60")).hasStatus(200).has("/expires_in", 60);
        assertThat(api.get(image + "?download=true&expires_in=7200")).has("/expires_in", 7200);
        assertThat(api.get(image + "/download?expires_in=604800"))
                .hasStatus(200)
                .has("/expires_in", 604800);
    }

    @Test
    default void theDownloadLinkSaysWhatItLeadsTo(Api api) {
        String id = api.uploaded(Fresh.user(), "filename", "beach.jpg");

        Answer answer = api.get("/images/" + id + "/download");

        assertThat(answer)
                .hasStatus(200)
                .hasOnlyMembers("", Set.of("image_id", "download_url", "expires_in", "content_type", "size"))
                .has("/image_id", id)
                .has("/expires_in", 3600)
                .has("/content_type", "image/jpeg")
                .has("/size", Api.SMALL.length);
        Answer followed = api.follow(answer.textAt("/download_url"));
        assertThat(followed).hasStatus(200).hasHeader("Content-Type", "image/jpeg");
        assertThat(followed.header("Content-Disposition"))
                .startsWith("attachment")
                .contains("beach.jpg");
        assertThat(followed.body()).isEqualTo(Api.SMALL);
    }

    @Test
    default void anIdThatNobodyHasIsNotFound(Api api) {
        for (String id : List.of("a1b2c3d4-e5f6-7890-abcd-ef1234567890", "1", "nothing", "%20", "%F0%9F%8C%85")) {
            for (String rest : List.of("", "/download", "/content")) {
                assertThat(api.get("/images/" + id + rest)).isProblem(404).has("/error", "Image not found");
            }
        }
    }

    @Test
    default void anIdMayBeInUpperCase(Api api) {
        String id = api.uploaded(Fresh.user());

        assertThat(api.get("/images/" + id.toUpperCase(Locale.ROOT)))
                .hasStatus(200)
                .has("/image_id", id);
    }

    @Test
    default void headAnswersWhatGetDoesWithoutTheBody(Api api) {
        String image = "/images/" + api.uploaded(Fresh.user());

        Answer head = api.send(Call.head(image + "/download"));

        assertThat(head).hasStatus(200).hasHeader("Content-Type", "application/json");
        assertThat(head.body()).isEmpty();
        assertThat(api.send(Call.head("/images/a1b2c3d4-e5f6-7890-abcd-ef1234567890")))
                .hasStatus(404);
    }

    @Test
    default void aLinkIsKeptByNoCache(Api api) {
        String image = "/images/" + api.uploaded(Fresh.user());

        assertThat(api.get(image).header("Cache-Control")).contains("no-store");
        assertThat(api.get(image + "/download").header("Cache-Control")).contains("no-store");
    }
}
